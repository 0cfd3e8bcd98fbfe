// How accepted ballots are divided into the rounds of the count, and what the rounds add up to.

#include "sync-server/counting/rounds.hpp"

#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using namespace isoloir::counting;

namespace {

constexpr crypto::PublicKey kHall{1};
constexpr crypto::PublicKey kOtherHall{2};
constexpr crypto::PublicKey kOnline{3};
constexpr std::uint64_t kLeast = 5;

/// A log of accepted ballots, each at the leaf of its place.
struct ALog {
    std::vector<AcceptedRecord> records;

    ALog& then(std::size_t ballots, const crypto::PublicKey& terminal)
    {
        for (std::size_t i = 0; i < ballots; ++i) records.push_back({"record " + std::to_string(records.size()), terminal, records.size()});
        return *this;
    }
    std::vector<Round> divided(const std::vector<std::uint64_t>& live_ends = {}) const { return divide(records, live_ends, kOnline, kLeast); }
};

std::vector<Channel> channels_of(const std::vector<Round>& rounds)
{
    std::vector<Channel> channels;
    for (const Round& round : rounds) channels.push_back(round.channel);
    return channels;
}

const std::vector<Channel> kApart{Channel::halls, Channel::online};
const std::vector<Channel> kTogether{Channel::all};

}  // namespace

TEST_CASE("the halls' ballots are one round and those online the next, each ballot in one of them, in the log's order")
{
    const auto rounds = ALog().then(4, kHall).then(6, kOnline).then(3, kOtherHall).then(2, kOnline).divided();
    REQUIRE(channels_of(rounds) == kApart);
    std::vector<std::uint64_t> halls;
    std::vector<std::uint64_t> online;
    for (const auto& record : rounds[0].records) halls.push_back(record.leaf);
    for (const auto& record : rounds[1].records) online.push_back(record.leaf);
    CHECK(halls == std::vector<std::uint64_t>{0, 1, 2, 3, 10, 11, 12});
    CHECK(online == std::vector<std::uint64_t>{4, 5, 6, 7, 8, 9, 13, 14});
    CHECK(rounds[1].records.back().record == "record 14");
}

TEST_CASE("a channel without a ballot has no round: there is nothing to mix")
{
    CHECK(channels_of(ALog().then(3, kHall).divided()) == std::vector<Channel>{Channel::halls});
    CHECK(channels_of(ALog().then(3, kOnline).divided()) == std::vector<Channel>{Channel::online});
    CHECK(ALog().divided().empty());
}

TEST_CASE("where few ballots would stand alone, all are one round")
{
    const auto rounds = ALog().then(100, kHall).then(kLeast - 1, kOnline).divided();
    REQUIRE(channels_of(rounds) == kTogether);
    CHECK(rounds[0].records.size() == 100 + kLeast - 1);
    CHECK(channels_of(ALog().then(100, kHall).then(kLeast, kOnline).divided()) == kApart);
}

TEST_CASE("every live round that was shown counts, not the last alone, and a leaf at which one ended is after it")
{
    const auto log = ALog().then(10, kHall).then(2, kOnline).then(10, kOnline).then(10, kHall);
    CHECK(channels_of(log.divided()) == kApart);
    CHECK(channels_of(log.divided({22})) == kApart);
    // Whoever takes what came after the last round off the halls, and what is left off the first round, has two online ballots.
    CHECK(channels_of(log.divided({12, 22})) == kTogether);
    CHECK(channels_of(log.divided({10, 22})) == kApart);
    CHECK(channels_of(log.divided({11, 22})) == kTogether);
}

TEST_CASE("live rounds of one ballot leave no channel that would be mixed alone, and the log's order stays")
{
    const auto rounds = divide(ALog().then(1, kHall).then(1, kOnline).then(4, kHall).records, std::vector<std::uint64_t>{1, 2}, kOnline, 1);
    REQUIRE(channels_of(rounds) == kTogether);
    for (std::size_t i = 0; i < 6; ++i) CHECK(rounds[0].records[i].leaf == i);
    CHECK(channels_of(divide(ALog().then(1, kHall).then(2, kOnline).then(4, kHall).records, std::vector<std::uint64_t>{1, 3}, kOnline, 1)) == kApart);
}

TEST_CASE("what decided a round is kept back of few ballots, where it says more than sums do")
{
    const auto rule = GENERATE(election::Rule{election::RuleKind::equal_shares}, election::Rule{election::RuleKind::phragmen}, election::Rule{});
    auto definition = test::an_election().with_costs({60, 50, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build();
    const std::vector<OpenedRound> rounds{{Channel::all, {test::ballots({{0}, {0, 1}, {0}}), 1}}};
    definition.batch_minimum = 4;
    const auto told = tally(definition, rounds);
    CHECK(told.rounds.size() == 1);
    definition.batch_minimum = 5;
    const auto of_few = tally(definition, rounds);
    CHECK(of_few.winners == told.winners);
    const bool kept_back = rule.kind != election::RuleKind::greedy;
    CHECK(of_few.rounds.empty() == kept_back);
    CHECK((of_few.share.fraction.empty() && of_few.ranking[1].supporters_had.fraction.empty()) == (kept_back || told.share.fraction.empty()));
}

TEST_CASE("halls and online add up for themselves, and all are counted together, with what cannot be read")
{
    const auto definition = test::an_election().with_projects(3).build();
    const std::vector<OpenedRound> rounds{{Channel::halls, {test::ballots({{}, {0, 1}, {1}}), 2}}, {Channel::online, {test::ballots({{1}, {1, 2}}), 1}}};
    const auto all = tally(definition, rounds);
    CHECK(std::pair(all.ballots, all.invalid) == std::pair(std::uint64_t{5}, std::uint64_t{3}));
    CHECK(std::pair(all.ranking[0].project, all.ranking[0].votes) == std::pair(std::size_t{1}, std::uint64_t{4}));
    const auto channels = sum_up_apart(definition, rounds);
    REQUIRE(channels);
    CHECK(channels->in_halls == count::Sums{{1, 2, 0}, 3, 2});
    CHECK(channels->online == count::Sums{{0, 2, 1}, 2, 1});
    const std::vector<OpenedRound> one{{Channel::all, rounds[0].plaintexts}};
    CHECK_FALSE(sum_up_apart(definition, one));
    CHECK(sum_up_apart(definition, {})->online == count::Sums{{0, 0, 0}, 0, 0});
}
