#include <type_traits>

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

using namespace isoloir;
using namespace isoloir::test;
using journal::SealedVote;

namespace {

ballot::RecordContent last_record(journal::Journal& journal)
{
    const auto lines = journal.records_from(0, 1000).value();
    return ballot::open_record(lines.back().record, journal.device().public_key()).value();
}

}  // namespace

TEST_CASE("sealing leaves nothing behind: no record, no voter marked, and another vote may take its place")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    const auto before = journal.head();
    {
        const auto vote = journal.seal(voter(1), choice(centre), kNoon).value();
        CHECK(vote.tracker().size() == 19);
        CHECK(journal.head() == before);
        CHECK(journal.ballots() == 0);
        CHECK_FALSE(journal.has_voted(voter(1)).value());
    }
    CHECK(cast(journal, voter(1), choice(centre)));
    CHECK(journal.ballots() == 1);
}

TEST_CASE("the tracker shown before the voter decides is the one of the ballot that is cast")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    auto vote = journal.seal(voter(1), choice(centre), kNoon).value();
    const std::string shown = vote.tracker();
    CHECK(journal.cast(std::move(vote)).value() == shown);
    CHECK(ballot::tracker(std::get<ballot::BallotBody>(last_record(journal).body).ballot.ciphertexts) == shown);
    CHECK(journal.spoilt() == 0);
}

TEST_CASE("a challenged vote is laid open in the chain as it was sealed, with no voter beside it, and its voter may still vote")
{
    ACentre centre;
    TemporaryFolder folder;
    ballot::Challenge challenge;
    {
        auto journal = an_open_journal(centre, folder.path());
        auto vote = journal.seal(voter(1), choice(centre, {1, 4}), kNoon).value();
        const std::string shown = vote.tracker();
        challenge = journal.spoil(std::move(vote)).value();

        CHECK(ballot::tracker_text(challenge.tracker) == shown);
        CHECK(ballot::check_challenge(ballot::parse_challenge(ballot::write_challenge(challenge)).value(), centre.package).passed());
        CHECK(ballot::decode(centre.package.definition, ballot::elements_of(challenge.revealed.choice)).value() == test::marks({1, 4}));
        CHECK(journal.spoilt() == 1);
        CHECK(journal.ballots() == 0);
        CHECK_FALSE(journal.has_voted(voter(1)).value());
    }
    auto journal = reopened(centre, folder.path());
    CHECK(journal.spoilt() == 1);
    CHECK(journal.ballots() == 0);
    CHECK_FALSE(journal.records_from(1, 1)->front().voter);
    const auto body = std::get<ballot::SpoiltBody>(last_record(journal).body);
    CHECK(ballot::tracker_bytes(body.ciphertexts) == challenge.tracker);
    CHECK(ballot::check_opening(body.ciphertexts, body.revealed, centre.package.definition, centre.package.keys.election));
    CHECK(cast(journal, voter(1), choice(centre)));
    CHECK(check(journal, voter(2), choice(centre)));
    CHECK(journal.ballots() == 1);
    CHECK(journal.spoilt() == 2);
}

TEST_CASE("a vote sealed for one place of the chain is not cast at another: it is sealed anew")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    auto early = journal.seal(voter(1), choice(centre), kNoon).value();
    auto also_early = journal.seal(voter(2), choice(centre), kNoon).value();
    REQUIRE(journal.note_start(kNoon));

    const auto refused = journal.cast(std::move(early));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::unavailable);
    CHECK(journal.ballots() == 0);
    CHECK_FALSE(journal.has_voted(voter(1)).value());
    CHECK(cast(journal, voter(1), choice(centre)));
    // An opening holds wherever it stands.
    CHECK(journal.spoil(std::move(also_early)));
    CHECK(ballot::check_opening(std::get<ballot::SpoiltBody>(last_record(journal).body).ciphertexts,
                                std::get<ballot::SpoiltBody>(last_record(journal).body).revealed, centre.package.definition, centre.package.keys.election));
}

TEST_CASE("two votes sealed for one voter are cast once")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    auto first = journal.seal(voter(1), choice(centre), kNoon).value();
    auto second = journal.seal(voter(1), choice(centre), kNoon).value();
    REQUIRE(journal.cast(std::move(first)));
    CHECK(journal.cast(std::move(second)).error().code == Errc::conflict);
    CHECK(journal.seal(voter(1), choice(centre), kNoon).error().code == Errc::conflict);
    CHECK(journal.ballots() == 1);
}

TEST_CASE("once the poll is closed nothing is sealed, cast or laid open")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    auto to_cast = journal.seal(voter(1), choice(centre), kNoon).value();
    auto to_spoil = journal.seal(voter(2), choice(centre), kNoon).value();
    REQUIRE(journal.close_poll(kNoon));
    CHECK(journal.seal(voter(3), choice(centre), kNoon).error().code == Errc::refused);
    CHECK(journal.cast(std::move(to_cast)).error().code == Errc::refused);
    CHECK(journal.spoil(std::move(to_spoil)).error().code == Errc::refused);
    CHECK(journal.ballots() == 0);
    CHECK(journal.spoilt() == 0);
}

TEST_CASE("a sealed vote is moved on, never copied: it can be cast or spoilt, not both")
{
    CHECK_FALSE(std::is_copy_constructible_v<SealedVote>);
    CHECK_FALSE(std::is_copy_assignable_v<SealedVote>);
    CHECK(std::is_nothrow_move_constructible_v<SealedVote>);
}
