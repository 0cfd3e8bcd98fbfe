// A live ranking: what shows while the vote goes on, what never does, and that the count says the same in the end.

#include "tests/support/catch.hpp"

#include "tests/support/a_server_folder.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;

namespace {

constexpr std::uint32_t kLeast = 5;

Advance silent(const char*, std::size_t)
{
    return test::nobody_watches;
}

/// A poll with a live ranking, and voters who come one after the other.
struct ALivePoll : AServerFolder {
    test::ATerminal hall{terminal()};
    std::vector<std::vector<std::size_t>> choices;

    explicit ALivePoll(const election::Definition& definition = test::an_election().with_live_ranking(kLeast).build()) : AServerFolder(definition)
    {
        REQUIRE(send(hall));
    }
    void voters(std::size_t more)
    {
        const std::size_t sent = hall.lines().size();
        for (std::size_t i = 0; i < more; ++i) {
            choices.push_back({choices.size() % 3, 3 + choices.size() % 2});
            hall.vote(package(), a_voter(choices.size()), choices.back());
        }
        REQUIRE(send(hall, sent));
    }
    bool round() { return centre->make_round().value(); }
    /// How many ballots the public standing is of.
    std::uint64_t shown() const
    {
        const auto standing = centre->standing();
        return standing.so_far ? standing.so_far->ballots + standing.so_far->invalid : 0;
    }
    /// The sums of the first ballots, as somebody who saw them all would have them.
    std::vector<std::uint64_t> votes_of_first(std::size_t ballots) const
    {
        return count::sum_up(package().definition, test::ballots({choices.begin(), choices.begin() + static_cast<std::ptrdiff_t>(ballots)})).votes;
    }
    std::vector<std::uint64_t> votes_shown() const { return votes_in(*centre->standing().so_far); }
    static std::vector<std::uint64_t> votes_in(const count::Outcome& outcome)
    {
        std::vector<std::uint64_t> votes(outcome.ranking.size());
        for (const auto& ranked : outcome.ranking) votes[ranked.project] = ranked.votes;
        return votes;
    }
};

}  // namespace

TEST_CASE("a live ranking shows ballots as they come, never fewer than k more, and leaves k sealed for the count")
{
    ALivePoll poll;
    poll.voters(2 * kLeast - 1);
    CHECK_FALSE(poll.round());
    CHECK(poll.shown() == 0);
    poll.voters(1);
    CHECK(poll.round());
    CHECK(poll.shown() == kLeast);
    CHECK(poll.votes_shown() == poll.votes_of_first(kLeast));

    std::uint64_t before = poll.shown();
    for (std::size_t come = 1; come < 12; come += 3) {
        poll.voters(come);
        const bool made = poll.round();
        const std::uint64_t now = poll.shown();
        CHECK(made == (now > before));
        CHECK((now == before || now - before >= kLeast));
        CHECK(poll.choices.size() - now >= kLeast);
        CHECK(poll.votes_shown() == poll.votes_of_first(static_cast<std::size_t>(now)));
        before = now;
    }
    CHECK(before > 3 * kLeast);
    CHECK_FALSE(poll.round());
}

TEST_CASE("the count counts all anew, says what the rounds said of their ballots, and adds k others at least")
{
    ALivePoll poll;
    // Two people vote twice, and one of the ballots breaks the rules.
    for (const std::size_t come : {11U, 3U, 9U, 2U}) {
        poll.voters(come);
        (void)poll.round();
    }
    const auto sent = poll.hall.lines().size();
    auto lax = poll.package();
    lax.definition.ballot.max_cost.reset();
    poll.hall.vote(poll.package(), a_voter(1), {8}).vote(lax, a_voter(900), {7, 8, 6}).vote(poll.package(), a_voter(2), {8});
    REQUIRE(poll.send(poll.hall, sent));
    poll.voters(kLeast);
    CHECK(poll.round());
    const auto live = *poll.centre->standing().so_far;
    CHECK(live.invalid == 1);
    REQUIRE(*poll.centre->close());
    CHECK_FALSE(poll.round());
    REQUIRE(*poll.centre->count(silent));

    const auto counted = *poll.centre->standing().outcome;
    CHECK(counted.ballots == poll.choices.size());
    CHECK(counted.invalid == 1);
    const auto all = poll.votes_of_first(poll.choices.size());
    CHECK(ALivePoll::votes_in(counted) == all);
    const auto opened_live = static_cast<std::size_t>(live.ballots);
    CHECK(ALivePoll::votes_in(live) == poll.votes_of_first(opened_live));
    CHECK(counted.ballots + counted.invalid - live.ballots - live.invalid >= kLeast);
}

TEST_CASE("after the close no further ballot is opened before the count")
{
    ALivePoll poll;
    poll.voters(4 * kLeast);
    REQUIRE(*poll.centre->close());
    CHECK_FALSE(poll.round());
    CHECK(poll.shown() == 0);
}

TEST_CASE("a server that starts again goes on where the last round ended")
{
    ALivePoll poll;
    poll.voters(2 * kLeast);
    REQUIRE(poll.round());
    poll.restart();
    CHECK(poll.shown() == kLeast);
    CHECK_FALSE(poll.round());
    poll.voters(kLeast);
    CHECK(poll.round());
    CHECK(poll.votes_shown() == poll.votes_of_first(2 * kLeast));
}

TEST_CASE("where the ranking is sealed no ballot is opened before the count, however many there are")
{
    auto definition = test::an_election().with_live_ranking(kLeast).build();
    definition.ranking = election::Ranking::sealed;
    ALivePoll poll(definition);
    poll.voters(4 * kLeast);
    CHECK_FALSE(poll.round());
    CHECK(poll.shown() == 0);
}

TEST_CASE("the public live standing tells accepted ballots by day and hour, and rises with each change")
{
    ALivePoll poll;
    const auto live = [&] { return nlohmann::json::parse(poll.centre->document("/live").value().body); };
    const auto before = live();
    CHECK(before["participation"]["accepted"] == 0);
    poll.hall.at(poll.clock.hour());
    poll.voters(2 * kLeast);
    const auto now = live();
    CHECK(now["version"] > before["version"]);
    CHECK(now["participation"]["by_day"].dump() == R"({"2026-06-01":10})");
    CHECK(now["participation"]["by_hour"][14] == 10);
    CHECK_FALSE(now.contains("standing"));
    REQUIRE(poll.round());
    const auto opened = live();
    CHECK(opened["version"] > now["version"]);
    CHECK(opened["standing"]["ballots"] == kLeast);
    REQUIRE(*poll.centre->close());
    REQUIRE(*poll.centre->count(silent));
    CHECK(live()["version"] > opened["version"]);
    CHECK(live()["standing"]["ballots"] == 2 * kLeast);
}
