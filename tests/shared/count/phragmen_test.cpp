#include <rapidcheck.h>

#include "shared/count/rule.hpp"
#include "tests/shared/count/by_the_book.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using count::Verdict;
using test::an_election;
using test::ballots;
using Ballots = std::vector<std::vector<election::Mark>>;

count::Outcome phragmen(const election::Definition& definition, const Ballots& cast)
{
    return count::tally(definition, {count::RuleKind::phragmen}, cast).value();
}

}  // namespace

TEST_CASE("Phragmén funds the project after which its supporters bear the least")
{
    // p1: 60 / 3 = 20 each, p2: 30 / 1; then p3 (10) of one who bears 20 and one who bears nothing: 30 / 2 = 15. 15 goes before 20.
    const auto definition = an_election().with_costs({60, 30, 10}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto outcome = phragmen(definition, ballots({{0}, {0}, {0, 2}, {1, 2}}));
    CHECK(outcome.winners == std::vector<std::size_t>{2, 0, 1});
    REQUIRE(outcome.rounds.size() == 3);
    CHECK(outcome.rounds[0].score.fraction == "5");
    CHECK(outcome.rounds[1].score.fraction == "65/3");
    CHECK(outcome.rounds[2].score.fraction == "35");
    CHECK(outcome.rounds[1].supporters == 3);
    CHECK(outcome.rounds[2].left_before == Money{30'00});
    CHECK(outcome.spent == Money{100'00});
}

TEST_CASE("Phragmén ends with the first project that no longer fits, even where a lesser one would, and says so of each")
{
    const auto definition = an_election().with_costs({60, 50, 10, 500, 1}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto outcome = phragmen(definition, ballots({{0}, {0}, {0}, {1}, {1}, {3}, {3}, {3}, {3}}));
    CHECK(outcome.winners == std::vector<std::size_t>{0});
    std::map<std::size_t, Verdict> verdicts;
    for (const auto& ranked : outcome.ranking) verdicts[ranked.project] = ranked.verdict;
    CHECK(verdicts == std::map<std::size_t, Verdict>{
                          {0, Verdict::funded}, {1, Verdict::does_not_fit}, {2, Verdict::no_votes}, {3, Verdict::does_not_fit}, {4, Verdict::no_votes}});
    const auto with_lesser = phragmen(definition, ballots({{0}, {0}, {0}, {1}, {1}, {2, 0}, {4}}));
    CHECK(with_lesser.winners == std::vector<std::size_t>{4, 2, 0});
    const auto late =
        phragmen(an_election().with_costs({60, 50, 40}).with_envelope(Money{100'00}).without_ceiling().build(), ballots({{0}, {0}, {0}, {1}, {1}, {2}}));
    CHECK(late.winners == std::vector<std::size_t>{0});
    CHECK(late.ranking[2].verdict == Verdict::not_reached);
}

TEST_CASE("of equal loads one that does not fit ends the count, whoever would win the tie")
{
    const auto definition = an_election().with_costs({20, 20, 30}).with_envelope(Money{45'00}).without_ceiling().build();
    const auto outcome = phragmen(definition, ballots({{2}, {2}, {0}, {1}, {2}, {1}, {0}, {}}));
    // Loads of 10 three times: first p1 by its id, then p2 would fit, but p3 would not.
    CHECK(outcome.winners == std::vector<std::size_t>{0});
    CHECK(outcome.ranking.size() == 3);
}

TEST_CASE("Phragmén's rule is the one that its definition gives, round by round")
{
    CHECK(rc::check([] {
        const auto definition = test::crowded_election(election::BallotKind::approval);
        const auto cast = test::crowded_ballots(definition);
        test::Utilities asked;
        for (const auto& marks : cast) {
            asked.emplace_back(definition.projects.size());
            for (const auto& mark : marks) asked.back()[mark.project] = 1;
        }
        const auto outcome = phragmen(definition, cast);
        const auto book = test::phragmen_by_the_book(definition, asked);
        RC_ASSERT(outcome.winners == book.winners);
        for (std::size_t i = 0; i < book.scores.size(); ++i) RC_ASSERT(outcome.rounds[i].score.fraction == book.scores[i]);
        RC_ASSERT(outcome.spent <= definition.envelope);
        RC_ASSERT(outcome.ranking.size() == definition.projects.size());
    }));
}

TEST_CASE("Phragmén counts voters and not their order, and every ballot twice is every ballot once")
{
    CHECK(rc::check([] {
        const auto definition = test::drawn_election();
        auto cast = test::drawn_ballots(definition);
        const auto outcome = phragmen(definition, cast);
        std::reverse(cast.begin(), cast.end());
        RC_ASSERT(phragmen(definition, cast).winners == outcome.winners);
        const auto once = cast;
        cast.insert(cast.end(), once.begin(), once.end());
        RC_ASSERT(phragmen(definition, cast).winners == outcome.winners);
    }));
}
