#include "sync-server/publish/result_pb.hpp"

#include <nlohmann/json.hpp>

#include "shared/election/pabulib.hpp"
#include "tests/shared/verify/a_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

using Ballots = std::vector<std::vector<election::Mark>>;

/// Ballots of every shape that the rules allow, and some that they do not.
Ballots some_ballots(const election::Definition& definition, std::size_t count)
{
    crypto::SystemRandom random;
    Ballots ballots;
    while (ballots.size() < count) {
        std::vector<election::Mark> marks;
        for (std::size_t project = 0; project < definition.projects.size(); ++project)
            if (random.below(3) == 0) marks.push_back({project, 1});
        if (definition.ballot.kind == election::BallotKind::ranking)
            for (std::size_t place = 0; place < marks.size(); ++place) marks[place].points = definition.ballot.max_projects - static_cast<std::uint32_t>(place);
        if (definition.ballot.kind == election::BallotKind::points)
            for (auto& mark : marks) mark.points = 1 + static_cast<std::uint32_t>(random.below(3));
        ballots.push_back(std::move(marks));
    }
    return ballots;
}

std::string text_of(const election::Definition& definition, const std::vector<counting::OpenedRound>& rounds)
{
    return publish::result_pb(definition, counting::tally(definition, rounds), rounds);
}

}  // namespace

TEST_CASE("isoloir-verify counts the published ballots to the same winners, whatever the ballots are of and whatever decides a tie")
{
    auto election = an_election().with_projects(9).with_ties(GENERATE(election::TieBreak::project_id, election::TieBreak::highest_cost));
    const int kind = GENERATE(0, 1, 2);
    if (kind == 1) election.without_ceiling().with_points(3, 8);
    if (kind == 2) election.without_ceiling().with_ranking(9);
    const auto definition = election.build();
    const std::vector<counting::OpenedRound> rounds{{counting::Channel::halls, {some_ballots(definition, 40), 0}},
                                                    {counting::Channel::online, {some_ballots(definition, 20), 0}}};
    const auto outcome = counting::tally(definition, rounds);
    const TemporaryFolder folder;
    const auto path = folder / "result.pb";
    REQUIRE(write_file(path, publish::result_pb(definition, outcome, rounds)));

    const auto run = verify("tally " + path.string() + " --json");
    CHECK(run.code == 0);
    const auto counted = nlohmann::json::parse(run.out);
    std::vector<std::string> winners;
    for (const std::size_t winner : outcome.winners) winners.push_back(definition.projects[winner].id);
    CHECK(counted["winners"] == winners);
    CHECK(counted["ballots"] == outcome.ballots);
    CHECK(counted["invalid"] == outcome.invalid);
}

TEST_CASE("the file lists each ballot under its line number, the projects with what they received, and how many could not be read")
{
    const auto definition = an_election().with_projects(3).build();
    const auto text = text_of(definition, {{counting::Channel::all, {ballots({{}, {0, 1}, {1}}), 2}}});
    CHECK(text.ends_with("VOTES\nvoter_id;vote\n1;\n2;p1,p2\n3;p2\n"));
    CHECK(text.find("\np2;20000;Projet 2;Le projet numéro 2.;nature;Namur;Comité 2;2;1\n") != std::string::npos);
    CHECK(text.find("\np3;30000;Projet 3;Le projet numéro 3.;nature;Namur;Comité 3;0;0\n") != std::string::npos);
    CHECK(text.find("\ncomment;not listed, as they could not be read: 2 ballots\n") != std::string::npos);
    CHECK(election::parse_pabulib(text)->meta.at("rule") == "greedy");
}

TEST_CASE("where halls and online were counted apart the file says of each ballot how it was cast, as the format has it")
{
    const auto definition = an_election().with_projects(2).build();
    const auto text = text_of(definition, {{counting::Channel::halls, {ballots({{}, {1}}), 1}}, {counting::Channel::online, {ballots({{0}, {1}}), 2}}});
    CHECK(text.ends_with("VOTES\nvoter_id;vote;voting_method\n1;;paper\n2;p2;paper\n3;p1;internet\n4;p2;internet\n"));
    CHECK(text.find("\ncomment;not listed, as they could not be read: 3 ballots\n") != std::string::npos);
    const auto read = election::parse_pabulib(text);
    REQUIRE(read);
    CHECK(read->votes[1].voting_method == "paper");
    CHECK(read->votes[3].voting_method == "internet");
}

TEST_CASE("an election with fewer ballots than a published figure may rest on shows none of them")
{
    const auto definition = an_election().build();
    CHECK_FALSE(publish::publishes_ballots(definition, {{}, {}, {}, 18, 1}));
    CHECK(publish::publishes_ballots(definition, {{}, {}, {}, 18, 2}));
}
