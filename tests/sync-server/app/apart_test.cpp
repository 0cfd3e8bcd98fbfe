// The halls' ballots and those online are counted apart, so that a platform takes back those of the halls alone; and not where
// that would tell too much of too few.

#include "tests/support/catch.hpp"

#include <algorithm>
#include <sstream>

#include "shared/election/pabulib.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/words.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using election::Precedence;
using test::AServerFolder;

namespace {

using Votes = std::map<std::string, std::uint64_t>;

/// With the numbers that a platform gave its projects: 11, 12, 13.
election::Definition numbered(test::AnElection election = test::an_election(), std::uint32_t least = 20)
{
    auto definition = election.with_projects(3).build();
    for (std::size_t i = 0; i < 3; ++i) definition.projects[i].id = std::to_string(i + 11);
    definition.ballot.max_projects = 2;
    definition.batch_minimum = least;
    return definition;
}

/// A hall and a platform, each with voters of its own unless told otherwise.
struct BothChannels : AServerFolder {
    test::ATerminal hall{terminal()};
    std::size_t sent{0};
    std::size_t voters{0};

    using AServerFolder::AServerFolder;

    static std::string code(std::size_t voter) { return "V" + std::to_string(voter); }
    election::VoterTag tag(std::size_t voter) const { return election::voter_tag(centre->keys().tag, *election::parse_voter_code(code(voter))); }

    void arrive()
    {
        REQUIRE(send(hall, sent));
        sent = hall.lines().size();
    }
    void in_hall(std::size_t more, std::size_t project)
    {
        hall.at(clock.hour());
        for (std::size_t i = 0; i < more; ++i) hall.vote(package(), tag(voters++), {project});
        arrive();
    }
    void online(std::size_t first, std::size_t more, const std::string& project)
    {
        std::string file = "voter_id;projects\n";
        for (std::size_t i = 0; i < more; ++i) file += code(first + i) + ";" + project + "\n";
        REQUIRE(centre->import_online(
            file, [](std::size_t, const std::string&) {}, test::nobody_watches));
    }
    void online(std::size_t more, const std::string& project)
    {
        online(voters, more, project);
        voters += more;
    }
    void count()
    {
        REQUIRE(*centre->close());
        REQUIRE(*centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
    }
    std::string read(const std::string& file) const
    {
        const auto document = centre->document(file);
        REQUIRE(document);
        return document->body;
    }
    nlohmann::json json() const { return nlohmann::json::parse(read("/result.json")); }
    bool goes_back() const
    {
        const auto totals = centre->document("/result-decidim.csv");
        CHECK(totals.has_value() == centre->document("/result-consul.txt").has_value());
        CHECK(totals.has_value() == json().contains("channels"));
        return totals.has_value();
    }
    /// What Decidim would add to each of its projects.
    Votes decidim() const
    {
        std::istringstream lines(read("/result-decidim.csv"));
        std::string line;
        std::getline(lines, line);
        CHECK(line == "id;paper_ballots_to_import");
        Votes votes;
        while (std::getline(lines, line)) votes[line.substr(0, line.find(';'))] = std::stoull(line.substr(line.find(';') + 1));
        return votes;
    }
    Votes channel(const char* name) const { return json().at("channels").at(name).at("votes").get<Votes>(); }
    Votes outcome() const
    {
        Votes votes;
        const auto standing = centre->standing();
        for (const auto& ranked : standing.outcome->ranking) votes[package().definition.projects[ranked.project].id] = ranked.votes;
        return votes;
    }
};

Votes sum(Votes votes, const Votes& more)
{
    for (const auto& [project, number] : more) votes[project] += number;
    return votes;
}

}  // namespace

TEST_CASE("Decidim and CONSUL take back the halls' votes alone, and with those online they are the outcome")
{
    BothChannels poll(numbered());
    poll.in_hall(12, 0);
    poll.online(14, "11");
    poll.in_hall(13, 1);
    poll.online(11, "13");
    // A terminal with changed software breaks the rules: its ballot is a hall's, and invalid.
    auto lax = poll.package();
    lax.definition.ballot.max_projects = 3;
    poll.hall.vote(lax, poll.tag(poll.voters++), {0, 1, 2});
    poll.arrive();
    poll.count();
    const auto check = [&] {
        CHECK(poll.decidim() == Votes{{"11", 12}, {"12", 13}, {"13", 0}});
        CHECK(poll.channel("in_halls") == poll.decidim());
        CHECK(poll.channel("online") == Votes{{"11", 14}, {"12", 0}, {"13", 11}});
        CHECK(sum(poll.decidim(), poll.channel("online")) == poll.outcome());
        std::string sheets;
        for (std::size_t i = 0; i < 25; ++i) sheets += i < 12 ? "11\n" : "12\n";
        CHECK(poll.read("/result-consul.txt") == sheets);

        const auto ballots = election::parse_pabulib(poll.read("/result.pb"));
        REQUIRE(ballots);
        const auto cast = [&](const char* method) {
            return std::count_if(ballots->votes.begin(), ballots->votes.end(), [&](const auto& vote) { return vote.voting_method == method; });
        };
        CHECK(cast("paper") == 26);
        CHECK(cast("internet") == 25);
        CHECK(poll.json()["channels"]["in_halls"]["invalid"] == 1);

        const auto signed_result = counting::open_result(poll.read("/result.jws"), poll.package());
        REQUIRE(signed_result);
        CHECK(signed_result->channels->in_halls == count::Sums{{12, 13, 0}, 25, 1});
        CHECK(signed_result->channels->online == count::Sums{{14, 0, 11}, 25, 0});
    };
    check();
    poll.restart();
    check();
}

TEST_CASE("where fewer than k ballots of a channel would stand alone nothing tells the channels apart, and the page says why")
{
    const std::size_t few = GENERATE(19U, 20U);
    const bool few_online = GENERATE(true, false);
    BothChannels poll(numbered());
    poll.in_hall(few_online ? 30 : few, 0);
    poll.online(few_online ? few : 30, "12");
    poll.count();
    const bool apart = few == 20;
    CHECK(poll.goes_back() == apart);
    CHECK((poll.read("/result.pb").find("voting_method") != std::string::npos) == apart);
    CHECK((poll.read("/result-fr.csv").find("En ligne") != std::string::npos) == apart);
    CHECK(counting::open_result(poll.read("/result.jws"), poll.package())->channels.has_value() == apart);
    for (const char* language : publish::kLanguages) {
        const auto page = poll.read("/" + std::string(language));
        CHECK((page.find("href=\"/result-decidim.csv\"") != std::string::npos) == apart);
        const auto why = publish::escaped(publish::filled(publish::words_in(language).counted_together, "{least}", "20"));
        CHECK((page.find(why) == std::string::npos) == apart);
    }
    if (apart) return;
    for (const char* path : {"/result-decidim.csv", "/result-consul.txt"}) {
        const auto refused = poll.centre->document(path).error();
        CHECK(refused.code == Errc::not_found);
        CHECK(refused.message.find("fewer than 20 ballots") != std::string::npos);
    }
    CHECK(election::parse_pabulib(poll.read("/result.pb"))->votes.size() == 49);
}

TEST_CASE("with halls alone, and with online ballots alone, one channel is everything and the other nothing")
{
    const bool in_hall = GENERATE(true, false);
    BothChannels poll(numbered());
    if (in_hall) poll.in_hall(20, 1);
    else poll.online(20, "12");
    poll.count();
    REQUIRE(poll.goes_back());
    const Votes none{{"11", 0}, {"12", 0}, {"13", 0}};
    CHECK(poll.channel(in_hall ? "in_halls" : "online") == poll.outcome());
    CHECK(poll.channel(in_hall ? "online" : "in_halls") == none);
    CHECK(poll.decidim() == (in_hall ? poll.outcome() : none));
}

TEST_CASE("who voted in a hall and online is in one channel, the one whose ballot counts, and the channels still add up")
{
    const auto rule = GENERATE(Precedence::first, Precedence::kiosk, Precedence::last);
    BothChannels poll(numbered(test::an_election().with_precedence(rule)));
    poll.online(25, "11");  // voters 0 to 24
    poll.clock.pass(std::chrono::hours{1});
    poll.in_hall(25, 1);
    // Three who voted online come to the hall, and two of the hall vote online.
    for (const std::size_t voter : {0U, 1U, 2U}) poll.hall.vote(poll.package(), poll.tag(voter), {2});
    poll.arrive();
    poll.clock.pass(std::chrono::hours{1});
    poll.online(25, 2, "13");
    poll.count();
    CHECK(poll.report().duplicates == 5);
    const Votes in_halls = poll.decidim();
    const Votes online = poll.channel("online");
    CHECK(sum(in_halls, online) == poll.outcome());
    switch (rule) {
        case Precedence::first:
            CHECK(in_halls == Votes{{"11", 0}, {"12", 25}, {"13", 0}});
            CHECK(online == Votes{{"11", 25}, {"12", 0}, {"13", 0}});
            break;
        case Precedence::kiosk:
            CHECK(in_halls == Votes{{"11", 0}, {"12", 25}, {"13", 3}});
            CHECK(online == Votes{{"11", 22}, {"12", 0}, {"13", 0}});
            break;
        case Precedence::last:
            CHECK(in_halls == Votes{{"11", 0}, {"12", 23}, {"13", 3}});
            CHECK(online == Votes{{"11", 22}, {"12", 0}, {"13", 2}});
            break;
    }
}

TEST_CASE("after live rounds channels are told apart only where nobody gets to fewer than k ballots by taking rounds off them")
{
    const bool more = GENERATE(true, false);
    BothChannels poll(numbered(test::an_election().with_live_ranking(5), 5));
    const auto round = [&] { REQUIRE(*poll.centre->make_round()); };
    poll.in_hall(8, 0);
    poll.online(2, "12");
    round();  // 5 of the hall
    poll.online(8, "12");
    round();  // 3 of the hall, 5 online; 5 online wait
    if (more) {
        poll.in_hall(10, 2);
        round();  // 5 online, 5 of the hall
    }
    poll.restart();
    poll.count();
    // Without those who came later, what is left of the halls beside the first round are 3.
    REQUIRE(poll.goes_back() == more);
    if (more) CHECK(sum(poll.decidim(), poll.channel("online")) == poll.outcome());
}
