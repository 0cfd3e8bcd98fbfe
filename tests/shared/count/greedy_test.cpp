#include "shared/count/rule.hpp"

#include <algorithm>
#include <numeric>

#include <rapidcheck.h>

#include "shared/base/file.hpp"
#include "shared/election/pabulib.hpp"
#include "shared/election/pabulib_table.hpp"
#include "shared/election/selection.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using count::tally;
using count::Verdict;
using test::an_election;
using test::ballots;
using test::drawn_ballots;
using test::drawn_election;
using Ballots = std::vector<std::vector<election::Mark>>;

std::vector<std::string> ids(const election::Definition& definition, const std::vector<std::size_t>& projects)
{
    std::vector<std::string> names;
    for (const std::size_t project : projects) names.push_back(definition.projects[project].id);
    return names;
}

}  // namespace

TEST_CASE("the sums of real ballots of points and rankings are those that their cities published")
{
    // The column "score" of PROJECTS; Kraków funded just these, Katowice left one small project out by a rule of its own.
    const auto [name, winners] = GENERATE(
        table<std::string, std::vector<std::string>>({{"poland_krakow_2022_grzegorzki.pb", {"17", "24", "14", "9", "4", "13", "21", "5"}},
                                                      {"poland_katowice_2021_podlesie.pb", {"L22/13/VIII", "L22/01/VIII", "L22/02/VIII", "L22/03/VIII"}}}));
    const auto text = *read_file(std::string(ISOLOIR_TEST_DATA "/pabulib/") + name, election::kMaxPabulibBytes);
    const auto file = election::parse_pabulib(text);
    REQUIRE(file.has_value());
    Ballots cast;
    for (const auto& vote : file->votes) cast.push_back(vote.marks);
    const auto outcome = tally(file->definition, cast);
    CHECK(outcome.invalid == 0);
    CHECK(ids(file->definition, outcome.winners) == winners);
    for (const auto& ranked : outcome.ranking) {
        const auto row = text.find("\n" + file->definition.projects[ranked.project].id + ";");
        const auto cells = election::split_cells(std::string_view(text).substr(row + 1, text.find('\n', row + 1) - row - 1));
        CHECK(std::to_string(ranked.votes) == cells[3]);
    }
}

TEST_CASE("points are summed, and a ranking gives its first place as many points as a ballot has places")
{
    const auto points = an_election().with_costs({1, 1, 1}).with_points(3, 5).build();
    const auto given = tally(points, Ballots{{{0, 3}, {2, 2}}, {{2, 3}}, {{1, 4}}, {{0, 3}, {1, 3}}});
    CHECK(given.ballots == 2);
    CHECK(given.invalid == 2);  // too much for one project, too much together
    CHECK(given.winners == std::vector<std::size_t>{2, 0});
    CHECK(given.ranking[0].votes == 5);
    CHECK(given.ranking[2].verdict == Verdict::no_votes);

    const auto ranking = an_election().with_costs({1, 1, 1}).with_ranking(3).build();
    const auto ranked = tally(ranking, ballots({{2, 1}, {2}, {1, 0, 2}}));
    CHECK(ranked.winners == std::vector<std::size_t>{2, 1, 0});
    CHECK(ranked.ranking[0].votes == 7);
    CHECK(ranked.ranking[1].votes == 5);
    CHECK(ranked.ranking[2].votes == 2);
}

TEST_CASE("projects are funded by votes, and one that no longer fits is skipped")
{
    const auto definition = an_election().with_costs({60, 50, 40, 10}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto outcome = tally(definition, ballots({{0}, {0, 1}, {0, 1, 2}}));
    CHECK(ids(definition, outcome.winners) == std::vector<std::string>{"p1", "p3"});
    CHECK(outcome.spent == Money{10000});
    CHECK(outcome.ballots == 3);
    REQUIRE(outcome.ranking.size() == 4);
    CHECK(outcome.ranking[0].votes == 3);
    CHECK(outcome.ranking[1].project == 1);
    CHECK(outcome.ranking[1].verdict == Verdict::does_not_fit);
    CHECK(outcome.ranking[1].left_before == Money{4000});
    CHECK(outcome.ranking[2].verdict == Verdict::funded);
    CHECK(outcome.ranking[3].verdict == Verdict::no_votes);
}

TEST_CASE("a project without votes is not funded, however much is left")
{
    const auto outcome = tally(an_election().with_costs({1, 1}).build(), ballots({{}, {1}, {}}));
    CHECK(outcome.winners == std::vector<std::size_t>{1});
    CHECK(outcome.ballots == 3);
}

TEST_CASE("ties are broken as the election says")
{
    // Ids p1 … p10: as text, "p10" goes before "p2". All have one vote.
    using election::TieBreak;
    const auto [ties, first] =
        GENERATE(std::pair{TieBreak::project_id, std::vector<std::size_t>{0, 9, 1}}, std::pair{TieBreak::ballot_order, std::vector<std::size_t>{0, 1, 2}},
                 std::pair{TieBreak::lowest_cost, std::vector<std::size_t>{7, 8, 2}}, std::pair{TieBreak::highest_cost, std::vector<std::size_t>{1, 0, 9}});
    const auto definition = an_election().with_costs({50, 90, 20, 30, 40, 40, 40, 10, 10, 50}).without_ceiling().with_ties(ties).build();
    std::vector<std::size_t> everything(10);
    std::iota(everything.begin(), everything.end(), std::size_t{0});
    const auto outcome = tally(definition, ballots({everything}));
    CHECK(std::vector(outcome.winners.begin(), outcome.winners.begin() + 3) == first);
}

TEST_CASE("a ballot outside the rules counts as invalid and nowhere else")
{
    const auto definition = an_election().with_costs({60, 50}).with_envelope(Money{100'00}).build();
    const auto outcome = tally(definition, ballots({{0}, {0, 1}, {1, 1}, {2}}));
    CHECK(outcome.ballots == 1);
    CHECK(outcome.invalid == 3);
    CHECK(outcome.ranking[0].votes + outcome.ranking[1].votes == 1);
}

TEST_CASE("the order of the ballots does not matter")
{
    CHECK(rc::check([] {
        const auto definition = drawn_election();
        auto drawn = drawn_ballots(definition);
        const auto outcome = tally(definition, drawn);
        std::rotate(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(drawn.size() / 2), drawn.end());
        std::reverse(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(drawn.size() / 3));
        const auto again = tally(definition, drawn);
        RC_ASSERT(outcome.winners == again.winners);
        RC_ASSERT(outcome.spent == again.spent);
        RC_ASSERT(outcome.invalid == again.invalid);
    }));
}

TEST_CASE("the envelope is never exceeded, and nothing that somebody voted for would still fit it")
{
    CHECK(rc::check([] {
        const auto definition = drawn_election();
        const auto outcome = tally(definition, drawn_ballots(definition));
        Money spent;
        for (const std::size_t winner : outcome.winners) spent += definition.projects[winner].cost;
        RC_ASSERT(spent == outcome.spent);
        RC_ASSERT(spent <= definition.envelope);
        RC_ASSERT(outcome.ranking.size() == definition.projects.size());
        for (const auto& ranked : outcome.ranking)
            if (ranked.verdict == Verdict::does_not_fit) RC_ASSERT(definition.projects[ranked.project].cost > definition.envelope - spent);
        for (std::size_t i = 1; i < outcome.ranking.size(); ++i) RC_ASSERT(outcome.ranking[i - 1].votes >= outcome.ranking[i].votes);
    }));
}
