#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

#include <algorithm>

#include "shared/ballot/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/wire/jws.hpp"

using namespace isoloir;
using namespace isoloir::test;
using journal::Journal;
using journal::Poll;

TEST_CASE("a vote is in the journal after a restart, and its voter may not vote again")
{
    ACentre centre;
    TemporaryFolder folder;
    std::string tracker;
    {
        auto journal = an_open_journal(centre, folder.path());
        tracker = cast(journal, voter(1), choice(centre)).value();
    }

    auto journal = reopened(centre, folder.path());

    CHECK(journal.ballots() == 1);
    CHECK(journal.poll() == Poll::open);
    CHECK(journal.has_voted(voter(1)).value());
    CHECK_FALSE(journal.has_voted(voter(2)).value());
    CHECK(cast(journal, voter(1), choice(centre)).error().code == Errc::conflict);
    const auto lines = journal.records_from(0, 10).value();
    const auto content = ballot::open_record(lines.back().record, journal.device().public_key()).value();
    CHECK(ballot::tracker(std::get<ballot::BallotBody>(content.body).ballot.ciphertexts) == tracker);
}

TEST_CASE("what the journal holds opens to the choice, binds the voter and chains from the opening of the poll")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    REQUIRE(cast(journal, voter(1), choice(centre, {1, 3})));
    REQUIRE(cast(journal, voter(2), choice(centre, {})));

    const auto lines = journal.records_from(0, 10).value();
    REQUIRE(lines.size() == 3);
    const auto device = journal.device().public_key();
    const auto first = ballot::open_record(lines[1].record, device).value();
    const auto& body = std::get<ballot::BallotBody>(first.body);

    CHECK(first.previous == wire::envelope_hash(lines[0].record));
    CHECK(ballot::open_record(lines[2].record, device)->previous == wire::envelope_hash(lines[1].record));
    CHECK(lines[1].voter->tag == election::voter_tag(centre.tag_key, voter(1)));
    CHECK(body.voter == election::commit_voter(lines[1].voter->tag, lines[1].voter->opening));
    CHECK(ballot::check_proofs(body.ballot, 1, centre.package.keys.election, {first.election, body.voter, first.terminal, first.sequence}));
    CHECK(ballot::decode(centre.package.definition, ballot::open(body.ballot.ciphertexts, centre.election_secret)).value() == test::marks({1, 3}));
}

TEST_CASE("no vote is taken before the poll opens or after it closes, and a closed poll stays closed")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value();
        CHECK(journal.open_poll(kNoon).error().code == Errc::refused);  // no election yet
        REQUIRE(journal.provision(centre.approve(journal.device().public_key())));

        CHECK(cast(journal, voter(1), choice(centre)).error().code == Errc::refused);
        CHECK(journal.close_poll(kNoon).error().code == Errc::refused);
        REQUIRE(journal.open_poll(kNoon));
        CHECK(journal.open_poll(kNoon).error().code == Errc::refused);
        REQUIRE(cast(journal, voter(1), choice(centre)));
        REQUIRE(journal.close_poll(kNoon));

        CHECK(cast(journal, voter(2), choice(centre)).error().code == Errc::refused);
        CHECK(journal.open_poll(kNoon).error().code == Errc::refused);
    }
    CHECK(reopened(centre, folder.path()).poll() == Poll::closed);
}

TEST_CASE("a wrong passphrase opens nothing and changes nothing")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    const auto before = read_file(folder / "journal.db", 1 << 24).value();

    CHECK(Journal::open(folder.path(), "trois mots", centre.random).error().code == Errc::forged);
    CHECK(read_file(folder / "journal.db", 1 << 24).value() == before);
    CHECK(Journal::create(folder.path(), kPassphrase, "again", centre.random).error().code == Errc::conflict);
}

TEST_CASE("a wrong journal key is told and the file left as it was")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    const auto before = read_file(folder / "journal.db", 1 << 24).value();
    crypto::SecretBytes other(32);
    REQUIRE(write_file(folder / "journal.key", text_of(crypto::wrap(other, kPassphrase, centre.random))));

    CHECK(Journal::open(folder.path(), kPassphrase, centre.random).error().code == Errc::forged);
    CHECK(read_file(folder / "journal.db", 1 << 24).value() == before);
}

TEST_CASE("a clock that jumps back or far ahead costs no vote, and hours never run backwards")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path(), kNoon - 1);
    const Hour hours[] = {kNoon + 1, 0, kNoon - 400'000, kNoon + 1000, kNoon};
    int number = 0;
    for (const Hour hour : hours) REQUIRE(cast(journal, voter(++number), choice(centre), hour));

    std::vector<Hour> seen;
    const auto lines = journal.records_from(0, 10).value();
    for (const auto& line : lines) seen.push_back(ballot::open_record(line.record, journal.device().public_key())->hour);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    CHECK(seen.front() >= kNoon - 1);
}

TEST_CASE("nothing of identity or keys can be read from the files")
{
    ACentre centre;
    TemporaryFolder folder;
    const election::VoterIdentifier someone(election::IdentifierKind::voter_code, "VERYRECOGNISABLECARD");
    {
        auto journal = an_open_journal(centre, folder.path());
        REQUIRE(cast(journal, someone, choice(centre)));
    }
    const auto tag = election::voter_tag(centre.tag_key, someone);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        const auto content = read_file(entry.path(), 1 << 26).value();
        INFO(entry.path());
        CHECK(content.find("VERYRECOGNISABLECARD") == std::string::npos);
        CHECK(content.find(text_of(tag)) == std::string::npos);
        CHECK(content.find(text_of(centre.tag_key.span())) == std::string::npos);
        CHECK(content.find("SQLite format 3") == std::string::npos);
    }
}

TEST_CASE("a bundle for another terminal, authority or election, or an older one, is refused and changes nothing")
{
    ACentre centre;
    ACentre stranger;
    TemporaryFolder folder;
    auto journal = Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value();
    const auto mine = journal.device().public_key();
    const auto old_bundle = centre.approve(mine);
    const auto new_bundle = centre.approve(mine);

    CHECK(journal.provision(centre.approve(stranger.online.public_key())).error().code == Errc::refused);
    REQUIRE(journal.provision(new_bundle));
    CHECK(journal.provision(old_bundle).error().code == Errc::conflict);
    CHECK(journal.provision(stranger.approve(mine)).error().code == Errc::forged);
    CHECK(journal.provision(new_bundle));
    CHECK(journal.package().id == centre.package.id);
}

TEST_CASE("the recovery file opens with the authority's key alone and gives the journal's key")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    const auto sealed = read_file(folder / "journal.recovery", 4096).value();

    CHECK_FALSE(crypto::open_sealed(centre.log, bytes_of(sealed)));
    const auto key = crypto::open_sealed(centre.authority, bytes_of(sealed)).value();
    CHECK(storage::Database::open(folder / "journal.db", key));
}
