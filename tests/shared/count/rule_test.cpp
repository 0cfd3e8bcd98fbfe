#include "shared/count/rule.hpp"

#include "shared/count/greedy.hpp"
#include "shared/election/counting_rules.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using count::Completion;
using count::Rule;
using count::RuleKind;
using count::Satisfaction;
using count::Verdict;
using test::an_election;
using test::ballots;

}  // namespace

TEST_CASE("a rule that does not suit the ballots counts nothing")
{
    const auto outcome = count::tally(an_election().with_points(3, 5).build(), {RuleKind::phragmen}, {});
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().code == Errc::refused);
}

TEST_CASE("greedy without skipping ends with the first project that does not fit")
{
    const auto definition = an_election().with_costs({60, 50, 40, 10}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto cast = ballots({{0}, {0, 1}, {0, 1, 2}});
    CHECK(count::tally(definition, {RuleKind::greedy}, cast)->winners == std::vector<std::size_t>{0, 2});
    const auto ended = *count::tally(definition, {RuleKind::greedy, {}, Completion::none, false}, cast);
    CHECK(ended.winners == std::vector<std::size_t>{0});
    CHECK(ended.ranking[1].verdict == Verdict::does_not_fit);
    CHECK(ended.ranking[2].verdict == Verdict::not_reached);
    CHECK(ended.ranking[3].verdict == Verdict::no_votes);
}

TEST_CASE("greedy per cost prefers many small projects, and compares in whole numbers")
{
    const auto definition = an_election().with_costs({90, 20, 30}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto cast = ballots({{0}, {0, 1}, {0, 1, 2}, {0, 2}, {2}});
    const auto outcome = *count::tally(definition, {RuleKind::greedy_per_cost}, cast);
    CHECK(outcome.winners == std::vector<std::size_t>{1, 2});  // 2 for 20 and 3 for 30 are equal
    CHECK(outcome.rounds[0].score.fraction == "1/10");
    CHECK(outcome.rounds[1].score.fraction == "1/10");
    CHECK(outcome.rounds[1].supporters == 3);
    CHECK(count::tally(definition, {RuleKind::greedy_per_cost, Satisfaction::cost}, cast)->winners == count::tally(definition, cast).winners);

    // 3 votes for 99999999.99 and 4 for 133333333.32 are equal; a cent less decides.
    auto near = an_election().with_costs({1, 1}).with_cost(0, Money{9'999'999'999}).with_cost(1, Money{13'333'333'331}).with_envelope(Money{Money::kMax});
    const auto close = near.without_ceiling().build();
    CHECK(count::tally(close, {RuleKind::greedy_per_cost}, ballots({{0, 1}, {0, 1}, {0, 1}, {1}}))->winners.front() == 1);
    CHECK(
        count::tally(near.with_cost(1, Money{13'333'333'333}).build(), {RuleKind::greedy_per_cost}, ballots({{0, 1}, {0, 1}, {0, 1}, {1}}))->winners.front() ==
        0);
}

TEST_CASE("sums ranked by themselves give the outcome that the ballots give, under the greedy rules that count sums")
{
    CHECK(rc::check([] {
        auto definition = test::drawn_election();
        definition.rule.kind = *rc::gen::element(RuleKind::greedy, RuleKind::greedy_per_cost);
        definition.rule.skip = *rc::gen::arbitrary<bool>();
        if (!election::counts_sums(definition.ballot.kind, definition.rule)) definition.rule.kind = RuleKind::greedy;
        const auto cast = test::drawn_ballots(definition);
        const auto outcome = count::tally(definition, cast);
        const auto ranked = count::rank(definition, count::sum_up(definition, cast));
        RC_ASSERT(outcome.winners == ranked.winners);
        RC_ASSERT(outcome.spent == ranked.spent);
        RC_ASSERT(outcome.invalid == ranked.invalid);
        RC_ASSERT(outcome.ballots == ranked.ballots);
        RC_ASSERT(outcome.rounds.size() == outcome.winners.size());
        for (std::size_t i = 0; i < outcome.ranking.size(); ++i) RC_ASSERT(outcome.ranking[i].verdict == ranked.ranking[i].verdict);
    }));
}

TEST_CASE("the sum of a ranking's votes may be Borda's")
{
    const auto ranking = an_election().with_costs({1, 1, 1}).with_ranking(3).build();
    const auto cast = ballots({{2, 1}, {2}, {1, 0, 2}});
    CHECK(count::tally(ranking, {}, cast)->rounds[0].score.fraction == "7");
    CHECK(count::tally(ranking, {RuleKind::greedy, Satisfaction::borda}, cast)->rounds[0].score.fraction == "2");  // p2; 1 + 0 + 1 … of three
}
