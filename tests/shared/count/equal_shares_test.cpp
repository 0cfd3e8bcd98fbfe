#include <cmath>

#include <rapidcheck.h>

#include "shared/count/rule.hpp"
#include "tests/shared/count/by_the_book.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using count::Completion;
using count::RuleKind;
using count::Satisfaction;
using count::Verdict;
using election::BallotKind;
using test::an_election;
using test::ballots;
using Ballots = std::vector<std::vector<election::Mark>>;

count::Outcome equal_shares(const election::Definition& definition, Satisfaction satisfaction, const Ballots& cast, Completion completion = Completion::none)
{
    return count::tally(definition, {RuleKind::equal_shares, satisfaction, completion}, cast).value();
}

std::vector<std::string> scores(const count::Outcome& outcome)
{
    std::vector<std::string> texts;
    for (const auto& round : outcome.rounds) texts.push_back(round.score.fraction);
    return texts;
}

/// As rule.hpp defines a satisfaction, said anew.
test::Utilities utilities(const election::Definition& definition, Satisfaction satisfaction, const Ballots& cast)
{
    test::Utilities all;
    for (const auto& marks : cast) {
        std::vector<mpq_class> voter(definition.projects.size());
        for (std::size_t place = 0; place < marks.size(); ++place) {
            const std::size_t project = marks[place].project;
            const bool ranking = definition.ballot.kind == BallotKind::ranking;
            if (satisfaction == Satisfaction::votes) voter[project] = 1;
            if (satisfaction == Satisfaction::cost) voter[project] = test::units(definition.projects[project].cost);
            if (satisfaction == Satisfaction::points) voter[project] = ranking ? definition.ballot.max_projects - place : marks[place].points;
            if (satisfaction == Satisfaction::borda) voter[project] = marks.size() - 1 - place;
        }
        all.push_back(voter);
    }
    return all;
}

struct Drawn {
    election::Definition definition;
    Satisfaction satisfaction;
    Ballots cast;
};

Drawn drawn()
{
    const auto kind = *rc::gen::element(BallotKind::approval, BallotKind::points, BallotKind::ranking);
    auto definition = test::crowded_election(kind);
    const auto satisfaction = kind == BallotKind::approval ? *rc::gen::element(Satisfaction::votes, Satisfaction::cost)
                              : kind == BallotKind::points ? *rc::gen::element(Satisfaction::votes, Satisfaction::cost, Satisfaction::points)
                                                           : *rc::gen::element(Satisfaction::points, Satisfaction::borda);
    auto cast = test::crowded_ballots(definition);
    return {std::move(definition), satisfaction, std::move(cast)};
}

}  // namespace

TEST_CASE("each voter has an equal share, and pays for what is cheapest to him and those who want it too")
{
    // Four voters with 30 each.
    const auto definition = an_election().with_costs({60, 35, 40}).with_envelope(Money{120'00}).without_ceiling().build();
    const auto outcome = equal_shares(definition, Satisfaction::votes, ballots({{0}, {0}, {0, 1}, {1, 2}}));
    CHECK(outcome.share.fraction == "30");
    CHECK(outcome.winners == std::vector<std::size_t>{1, 0});
    // p2 first: 35 of two voters, 35/2 each, is less than 20; then p1: 60 of 30 + 30 + 25/2, of which the last gives all.
    CHECK(scores(outcome) == std::vector<std::string>{"35/2", "95/4"});
    CHECK(outcome.rounds[0].gave_all == 0);
    CHECK(outcome.rounds[1].gave_all == 1);
    CHECK(outcome.rounds[1].supporters == 3);
    CHECK(outcome.rounds[1].left_before == Money{85'00});
    CHECK(outcome.spent == Money{95'00});
    REQUIRE(outcome.ranking.size() == 3);
    CHECK(outcome.ranking[2].verdict == Verdict::supporters_ran_out);
    CHECK(outcome.ranking[2].supporters_had.fraction == "25/2");
    CHECK(outcome.ranking[2].left_before == Money{25'00});
}

TEST_CASE("satisfaction by cost asks for a part of the cost and not for an amount, so that the dearer project may go first")
{
    const auto definition = an_election().with_costs({60, 30}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto cast = ballots({{0, 1}, {0, 1}, {0}, {0, 1}});
    CHECK(equal_shares(definition, Satisfaction::votes, cast).winners == std::vector<std::size_t>{1, 0});
    const auto by_cost = equal_shares(definition, Satisfaction::cost, cast);
    CHECK(by_cost.winners == std::vector<std::size_t>{0, 1});
    CHECK(scores(by_cost) == std::vector<std::string>{"1/4", "1/3"});
}

TEST_CASE("what supporters had is what they are left with in the end, whenever it was seen that it would not do")
{
    // Three voters with 30 each have too little for p2 from the beginning; then p1 takes all that two of them have.
    const auto definition = an_election().with_costs({60, 91}).with_envelope(Money{90'00}).without_ceiling().build();
    for (const auto satisfaction : {Satisfaction::votes, Satisfaction::cost}) {
        const auto outcome = equal_shares(definition, satisfaction, ballots({{0, 1}, {0, 1}, {1}}));
        REQUIRE(outcome.ranking[1].verdict == Verdict::supporters_ran_out);
        CHECK(outcome.ranking[1].supporters_had.fraction == "30");
    }
}

TEST_CASE("who gives more points pays more, and the last of a ranking pays nothing by Borda's count")
{
    const auto points = an_election().with_costs({60, 10}).with_envelope(Money{100'00}).without_ceiling().with_points(3, 5).build();
    const auto given = equal_shares(points, Satisfaction::points, Ballots{{{0, 2}}, {{0, 1}, {1, 3}}});
    CHECK(given.winners == std::vector<std::size_t>{1, 0});
    CHECK(scores(given) == std::vector<std::string>{"10/3", "20"});

    const auto ranking = an_election().with_costs({60, 10}).with_envelope(Money{100'00}).without_ceiling().with_ranking(2).build();
    const auto ranked = equal_shares(ranking, Satisfaction::borda, ballots({{0, 1}, {0, 1}}));
    CHECK(ranked.winners == std::vector<std::size_t>{0});
    CHECK(ranked.ranking[1].verdict == Verdict::no_votes);
    CHECK(equal_shares(ranking, Satisfaction::points, ballots({{0, 1}, {0, 1}})).winners.size() == 2);
}

TEST_CASE("a tie that comes about by thirds is a tie, and is broken as the election says")
{
    // Each of three has 100/3 and pays 10/3 for p1; then p2 asks 10 of two and p3 10 of three.
    using election::TieBreak;
    const auto [ties, second] = GENERATE(std::pair{TieBreak::project_id, std::size_t{1}}, std::pair{TieBreak::highest_cost, std::size_t{2}});
    const auto definition = an_election().with_costs({10, 20, 30}).with_envelope(Money{100'00}).without_ceiling().with_ties(ties).build();
    const auto outcome = equal_shares(definition, Satisfaction::votes, ballots({{0, 1, 2}, {0, 1, 2}, {0, 2}}));
    CHECK(outcome.winners[0] == 0);
    CHECK(outcome.winners[1] == second);
    CHECK(outcome.rounds[1].score.fraction == "10");
    CHECK(outcome.rounds[2].score.fraction == "10");
}

TEST_CASE("a difference far below what a double can hold decides who wins")
{
    // Each voter has 10^8 cents. p1 asks 7×10^7 and a bit of each of 9973 voters, p2 of 10007; what the two ask differs by 1 / (9973 × 10007)
    // of a cent. One voter of each then lacks just so much when p3 and p4 are to be paid for, by him and three who have all of theirs:
    // rho differs by 3×10^-9 cents in 10^8.
    constexpr std::size_t kFirst = 9973;
    constexpr std::size_t kSecond = 10007;
    constexpr std::int64_t kFirstBit = 880;  // kFirstBit × kSecond = kSecondBit × kFirst + 1
    constexpr std::int64_t kSecondBit = 883;
    Ballots cast(kFirst - 1, test::marks({0}));
    cast.insert(cast.end(), kSecond - 1, test::marks({1}));
    const bool first_with_p3 = GENERATE(true, false);
    const std::int64_t each = 70'000'000 + GENERATE(0, 1, 2, 3, 5, 8, 13, 21);  // doubles may be right by chance, but not each time
    cast.push_back(test::marks({first_with_p3 ? std::size_t{0} : 1, 2}));
    cast.push_back(test::marks({first_with_p3 ? std::size_t{1} : 0, 3}));
    cast.insert(cast.end(), 3, test::marks({2}));
    cast.insert(cast.end(), 3, test::marks({3}));
    const auto definition = an_election()
                                .with_costs({1, 1, 1, 1})
                                .with_cost(0, Money{each * std::int64_t{kFirst} + kFirstBit})
                                .with_cost(1, Money{each * std::int64_t{kSecond} + kSecondBit})
                                .with_cost(2, Money{320'000'000})
                                .with_cost(3, Money{320'000'000})
                                .with_envelope(Money{100'000'000 * static_cast<std::int64_t>(cast.size())})
                                .without_ceiling()
                                .build();
    const auto outcome = equal_shares(definition, Satisfaction::votes, cast);
    CHECK(outcome.winners == (first_with_p3 ? std::vector<std::size_t>{1, 0, 3, 2} : std::vector<std::size_t>{1, 0, 2, 3}));
    REQUIRE(outcome.rounds.size() == 4);
    CHECK(outcome.rounds[2].score.fraction != outcome.rounds[3].score.fraction);
    CHECK(std::abs(outcome.rounds[2].score.decimal - outcome.rounds[3].score.decimal) < 1e-8);
    CHECK(outcome.rounds[2].gave_all == 1);
}

TEST_CASE("a project that takes all that its supporters have, to the last fraction of a cent, is funded")
{
    // The first and the second project leave two groups with different fractions; the third costs what both then have together.
    const std::size_t group = GENERATE(3, 7, 11, 13, 29, 49, 97);
    for (std::int64_t cost = 1; cost < 100; ++cost) {
        CAPTURE(group, cost);
        const auto definition = an_election()
                                    .with_costs({1, 1, 1})
                                    .with_cost(0, Money{cost})
                                    .with_cost(1, Money{100})
                                    .with_cost(2, Money{603 - cost - 100})
                                    .with_envelope(Money{603})
                                    .without_ceiling()
                                    .build();
        Ballots cast(group, test::marks({0, 2}));
        cast.insert(cast.end(), group + 2, test::marks({1, 2}));
        CHECK(equal_shares(definition, Satisfaction::votes, cast).winners.size() == 3);
        cast.push_back(test::marks({}));
        CHECK(equal_shares(definition, Satisfaction::votes, cast).winners.size() == 2);
    }
}

TEST_CASE("Add1 gives each voter more until another project would be too much, and says what each then had")
{
    // Ten voters with 10 each: six want p1, two p2, one p3.
    const auto definition = an_election().with_costs({60, 30, 15}).with_envelope(Money{100'00}).without_ceiling().build();
    const auto cast = ballots({{0}, {0}, {0}, {0}, {0}, {0}, {1}, {1}, {2}, {}});
    const auto once = equal_shares(definition, Satisfaction::votes, cast);
    CHECK(once.winners == std::vector<std::size_t>{0});
    const auto again = equal_shares(definition, Satisfaction::votes, cast, Completion::add1);
    CHECK(again.winners == std::vector<std::size_t>{0});  // at 15 both p2 and p3 could be paid for, which is 105
    CHECK(again.share.fraction == "14");
    const auto filled = equal_shares(definition, Satisfaction::votes, cast, Completion::add1_greedy);
    CHECK(filled.winners == std::vector<std::size_t>{0, 1});
    CHECK_FALSE(filled.rounds[0].completing);
    CHECK(filled.rounds[1].completing);
    CHECK(filled.rounds[1].score.fraction == "1/15");  // two votes for 30
    CHECK(filled.ranking[2].verdict == Verdict::does_not_fit);
    CHECK(filled.ranking[2].left_before == Money{10'00});
    CHECK(equal_shares(definition, Satisfaction::votes, cast, Completion::greedy).winners == filled.winners);
}

TEST_CASE("Add1 reaches a project with one supporter among many without a step for each unit")
{
    // 50 million steps lie between the share of 1000 and what the one voter needs.
    const auto definition = an_election().with_costs({100, 50'000'000}).with_envelope(Money{100'000'000'00}).without_ceiling().build();
    Ballots cast(100'000, test::marks({0}));
    cast.push_back(test::marks({1}));
    const auto outcome = equal_shares(definition, Satisfaction::votes, cast, Completion::add1);
    CHECK(outcome.winners == std::vector<std::size_t>{0, 1});
    CHECK(outcome.share.decimal >= 50'000'000);
    CHECK(outcome.share.decimal < 50'000'001);
}

TEST_CASE("equal shares without ballots or without votes fund nothing")
{
    const auto definition = an_election().with_costs({1, 1}).build();
    for (const auto completion : {Completion::none, Completion::add1, Completion::add1_greedy, Completion::greedy}) {
        CHECK(equal_shares(definition, Satisfaction::cost, {}, completion).winners.empty());
        const auto empty = equal_shares(definition, Satisfaction::cost, ballots({{}, {}}), completion);
        CHECK(empty.winners.empty());
        CHECK(empty.ballots == 2);
        CHECK(empty.ranking[1].verdict == Verdict::no_votes);
    }
}

TEST_CASE("equal shares are those that the definition of the rule gives, round by round")
{
    CHECK(rc::check([] {
        const auto [definition, satisfaction, cast] = drawn();
        RC_PRE(!cast.empty());
        const auto outcome = equal_shares(definition, satisfaction, cast);
        const auto asked = utilities(definition, satisfaction, cast);
        const auto book = test::equal_shares_by_the_book(definition, asked, test::units(definition.envelope) / cast.size());
        RC_ASSERT(outcome.winners == book.winners);
        RC_ASSERT(scores(outcome) == book.scores);
        RC_ASSERT(equal_shares(definition, satisfaction, cast, Completion::add1).winners == test::add1_by_the_book(definition, asked).winners);
    }));
}

TEST_CASE("the envelope is never exceeded, and each project has one reason, whatever completes equal shares")
{
    CHECK(rc::check([] {
        const auto [definition, satisfaction, cast] = drawn();
        const auto completion = *rc::gen::element(Completion::none, Completion::add1, Completion::add1_greedy, Completion::greedy);
        const auto outcome = equal_shares(definition, satisfaction, cast, completion);
        RC_ASSERT(outcome.spent == test::cost_of(definition, outcome.winners));
        RC_ASSERT(outcome.spent <= definition.envelope);
        RC_ASSERT(outcome.rounds.size() == outcome.winners.size());
        RC_ASSERT(outcome.ranking.size() == definition.projects.size());
        std::vector<bool> seen(definition.projects.size());
        Money left = definition.envelope;
        for (std::size_t i = 0; i < outcome.ranking.size(); ++i) {
            const auto& ranked = outcome.ranking[i];
            RC_ASSERT(!seen[ranked.project]);
            seen[ranked.project] = true;
            if (ranked.verdict == Verdict::does_not_fit) RC_ASSERT(definition.projects[ranked.project].cost > ranked.left_before);
        }
        for (const auto& round : outcome.rounds) {
            RC_ASSERT(round.left_before == left);
            RC_ASSERT(round.supporters > 0);
            RC_ASSERT(round.gave_all <= round.supporters);
            left -= definition.projects[round.project].cost;
        }
        // Exhaustive, where that is promised: what is left pays for nothing that somebody asked for.
        if (completion != Completion::add1_greedy && completion != Completion::greedy) return;
        for (const auto& ranked : outcome.ranking)
            if (ranked.verdict != Verdict::funded && ranked.verdict != Verdict::no_votes) RC_ASSERT(definition.projects[ranked.project].cost > left);
    }));
}

TEST_CASE("equal shares count voters and not their order, and every ballot twice is every ballot once")
{
    CHECK(rc::check([] {
        auto [definition, satisfaction, cast] = drawn();
        const auto outcome = equal_shares(definition, satisfaction, cast);
        auto turned = cast;
        std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(turned.size() / 2), turned.end());
        RC_ASSERT(equal_shares(definition, satisfaction, turned).winners == outcome.winners);
        // Twice as many voters have half of everything, and all prices halve.
        cast.insert(cast.end(), turned.begin(), turned.end());
        RC_ASSERT(equal_shares(definition, satisfaction, cast).winners == outcome.winners);
    }));
}

TEST_CASE("a group that can pay for a project from its own shares is not left with nothing")
{
    CHECK(rc::check([] {
        // Voters 0 to g−1 all ask for all of a few projects, the others for anything.
        const auto definition = test::crowded_election(BallotKind::approval);
        auto cast = test::crowded_ballots(definition);
        std::vector<std::size_t> wanted(*rc::gen::inRange<std::size_t>(1, definition.projects.size() + 1));
        for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = i;
        const auto group = *rc::gen::inRange<std::size_t>(1, 9);
        cast.insert(cast.end(), group, test::marks(wanted));
        const auto outcome = equal_shares(definition, Satisfaction::votes, cast);
        for (const std::size_t project : wanted) {
            const bool affordable = test::units(definition.projects[project].cost) * cast.size() <= test::units(definition.envelope) * group;
            const auto won = [&](std::size_t other) { return std::find(outcome.winners.begin(), outcome.winners.end(), other) != outcome.winners.end(); };
            if (affordable) RC_ASSERT(std::any_of(wanted.begin(), wanted.end(), won));
        }
    }));
}
