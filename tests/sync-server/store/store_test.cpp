// What any store does, whatever database is behind it.

#include "tests/support/catch.hpp"

#include "sync-server/store/folder.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/a_terminal.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using store::Leaf;
using store::Reason;
using store::VotedEntry;

namespace {

/// A store that is closed and opened again.
struct AStore {
    test::TemporaryFolder root;
    crypto::SystemRandom random;
    store::Place place{root / "centre", std::nullopt, test::a_database()};
    std::optional<store::Folder> folder{*store::create_folder(place, random)};

    store::Store& operator*() { return *folder->store; }
    store::Store* operator->() { return folder->store.get(); }
    void restart()
    {
        folder.reset();
        folder.emplace(*store::open_folder(place));
    }
};

crypto::KeyId terminal(std::uint8_t name)
{
    crypto::KeyId id{};
    id[0] = name;
    return id;
}

Leaf a_leaf(std::uint64_t index, std::uint64_t sequence, Reason reason = Reason::accepted)
{
    const std::string record = "record " + std::to_string(index);
    store::Mark mark{};
    mark[0] = static_cast<std::uint8_t>(index);
    return {index, record, terminal(1), sequence, crypto::sha256(bytes_of(record)), reason, {mark, mark}};
}

}  // namespace

TEST_CASE("what a transaction wrote is there after a restart, and what it took back is not")
{
    AStore store;
    REQUIRE(store->transact([&] { return store->put_document("note", "kept"); }));
    const auto refused = store->transact([&]() -> Status {
        ISO_CHECK(store->put_document("note", "changed"));
        ISO_CHECK(store->put_document("other", "new"));
        return fail(Errc::refused, "changed my mind");
    });
    CHECK(refused.error().code == Errc::refused);
    store.restart();
    CHECK(*store->document("note") == "kept");
    CHECK_FALSE(store->document("other")->has_value());
}

TEST_CASE("a secret comes back as it was, and no other key opens it")
{
    AStore store;
    const crypto::SecretBytes secret(bytes_of("thirty-two bytes that nobody saw"));
    REQUIRE(store->put_secret("authority", secret));
    store.restart();
    CHECK(crypto::equal_secrets((*store->secret("authority"))->span(), secret.span()));
    CHECK_FALSE(store->secret("log")->has_value());
    CHECK(store->put_secret("authority", secret).error().code == Errc::conflict);
}

TEST_CASE("leaves come back in order and whole, from any place on")
{
    AStore store;
    std::vector<Leaf> leaves;
    for (std::uint64_t i = 0; i < 2'500; ++i) leaves.push_back(a_leaf(i, i));
    REQUIRE(store->transact([&] { return store->append(leaves); }));
    store.restart();
    std::uint64_t next = 998;
    REQUIRE(store->each_leaf(998, [&](Leaf&& leaf) -> Status {
        CHECK(leaf.index == next);
        CHECK(leaf.record == leaves[next].record);
        CHECK(leaf.hash == leaves[next].hash);
        CHECK(leaf.marks == leaves[next].marks);
        ++next;
        return {};
    }));
    CHECK(next == leaves.size());
    CHECK((*store->leaf(terminal(1), 17))->record == "record 17");
    CHECK_FALSE(store->leaf(terminal(2), 17)->has_value());
    CHECK(**store->leaf_hash(2'499) == leaves.back().hash);
    CHECK_FALSE(store->leaf_hash(2'500)->has_value());
}

TEST_CASE("a second checkpoint of one size and a second record of one number are refused")
{
    AStore store;
    REQUIRE(store->put_checkpoint(0, 3, "first"));
    CHECK(store->put_checkpoint(0, 3, "second").error().code == Errc::conflict);
    const std::vector<Leaf> first{a_leaf(0, 0)};
    REQUIRE(store->append(first));
    const std::vector<Leaf> same_number{a_leaf(1, 0)};
    CHECK(store->append(same_number).error().code == Errc::conflict);
    const std::vector<Leaf> same_place{a_leaf(0, 1)};
    CHECK(store->append(same_place).error().code == Errc::conflict);
    CHECK(**store->latest_checkpoint() == "first");
}

TEST_CASE("a voter is claimed once, also after a restart, and whose ballot counts can change")
{
    AStore store;
    const std::vector<VotedEntry> two{{test::a_voter(1), 0, terminal(1), 7}, {test::a_voter(2), 1, terminal(1), 7}};
    REQUIRE(store->claim_voters(two));
    store.restart();
    const std::vector<VotedEntry> again{{test::a_voter(2), 2, terminal(2), 8}};
    CHECK(store->claim_voters(again).error().code == Errc::conflict);
    REQUIRE(store->replace_voter(again.front()));
    CHECK(store->replace_voter({test::a_voter(3), 3, terminal(2), 8}).error().code == Errc::corrupt);

    std::vector<election::VoterTag> asked;
    for (std::uint64_t voter = 0; voter < 200; ++voter) asked.push_back(test::a_voter(voter));
    const auto voted = store->voted(asked);
    REQUIRE(voted->size() == 2);
    CHECK(voted->at(test::a_voter(2)).leaf == 2);
    CHECK(voted->at(test::a_voter(2)).terminal == terminal(2));
    CHECK(voted->at(test::a_voter(1)).hour == 7);
    REQUIRE(store->voted_from(1, 10)->size() == 1);
    CHECK(store->voted_from(0, 1)->front().tag == test::a_voter(1));
    CHECK(store->voted({})->empty());
}

TEST_CASE("a number on the roll is never given twice, and a card stays whatever list comes")
{
    AStore store;
    const std::vector<election::VoterTag> card{test::a_voter(1)};
    const std::vector<election::VoterTag> list{test::a_voter(1), test::a_voter(2), test::a_voter(3), test::a_voter(2)};
    CHECK(*store->put_on_roll(card, 0) == 1);
    CHECK(*store->put_on_roll(list, 1) == 2);
    CHECK(*store->roll_size() == 3);
    CHECK(*store->strike_off_roll(2) == 2);
    CHECK(*store->put_on_roll(list, 3) == 2);
    const auto entries = store->roll_from(2, 10);
    REQUIRE(entries->size() == 2);
    CHECK(entries->front().number == 4);
    CHECK(store->on_roll(list)->size() == 3);
    CHECK(store->on_roll(std::vector{test::a_voter(9)})->empty());
}

TEST_CASE("what changed after a turn is told, and nothing else")
{
    AStore store;
    const auto one = terminal(1);
    REQUIRE(store->transact([&]() -> Status {
        ISO_CHECK(store->put_chain(one, {{1, {}}, true, false}));
        return store->add_tally(one, Reason::accepted, 3);
    }));
    const auto then = *store->turn();
    CHECK(store->chains(then)->empty());
    REQUIRE(store->transact([&]() -> Status {
        ISO_CHECK(store->put_chain(terminal(2), {{5, {}}, false, true}));
        ISO_CHECK(store->add_tally(one, Reason::accepted, -1));
        return store->add_tally(one, Reason::superseded, 1);
    }));
    CHECK(*store->turn() == then + 1);
    const auto chains = store->chains(then);
    REQUIRE(chains->size() == 1);
    CHECK(chains->front().second == store::Chain{{5, {}}, false, true});
    CHECK(store->tallies(then)->size() == 2);
    CHECK(store->tallies()->size() == 2);
    CHECK(store->chains()->size() == 2);
}

TEST_CASE("evidence is kept once, and an answer until the next")
{
    AStore store;
    CHECK(*store->put_evidence({"record", terminal(1), 4, {}, Reason::fork}));
    CHECK_FALSE(*store->put_evidence({"record", terminal(1), 4, {}, Reason::fork}));
    REQUIRE(store->put_answer(terminal(1), {{}, "first"}));
    REQUIRE(store->put_answer(terminal(1), {{}, "second"}));
    CHECK((*store->answer(terminal(1)))->receipt == "second");
    CHECK_FALSE(store->answer(terminal(2))->has_value());
    CHECK(*store->lines_taken({}) == 0);
    REQUIRE(store->put_lines_taken({}, 12));
    CHECK(*store->lines_taken({}) == 12);
    REQUIRE(store->put_phase(store::Phase::closed));
    CHECK(*store->phase() == store::Phase::closed);
}

TEST_CASE("wrong logins under so many names that are nobody's are kept, and those of the name that was tried first go first")
{
    AStore store;
    const auto name = [](int n) { return crypto::sha256(bytes_of("name " + std::to_string(n))); };
    const auto put = [&](int n, std::int64_t count) { REQUIRE(store->transact([&] { return store->put_wrong_logins(name(n), {count, 1000 + n}, 3); })); };
    for (int n = 1; n <= 3; ++n) put(n, 1);
    put(1, 2);
    put(4, 1);
    store.restart();
    CHECK(store->wrong_logins(name(1))->count == 0);
    for (int n = 2; n <= 4; ++n) {
        CHECK(store->wrong_logins(name(n))->count == 1);
        CHECK(store->wrong_logins(name(n))->locked_until == 1000 + n);
    }
    put(2, 7);
    CHECK(store->wrong_logins(name(2))->count == 7);
    CHECK(store->wrong_logins(name(3))->count == 1);
}

TEST_CASE("texts and pictures come back byte for byte")
{
    AStore store;
    const std::string picture("\0\xff\x89PNG'; DROP TABLE pictures; --", 31);
    REQUIRE(store->put_picture({}, picture));
    CHECK(**store->picture({}) == picture);
    REQUIRE(store->put_document("note", ""));
    CHECK(**store->document("note") == "");
    REQUIRE(store->put_document("note", "« l'été » ' \" \\ $1 %s é 日本"));
    CHECK(**store->document("note") == "« l'été » ' \" \\ $1 %s é 日本");
}

TEST_CASE("where every live round ended is known, and what the last one said")
{
    AStore store;
    CHECK(store->round_ends()->empty());
    for (const std::uint64_t until : {7U, 12U, 100U}) REQUIRE(store->transact([&] { return store->put_rounds({until, {{until, 0}, until, 1}}); }));
    store.restart();
    CHECK(*store->round_ends() == std::vector<std::uint64_t>{7, 12, 100});
    CHECK(store->rounds()->until == 100);
    CHECK(store->rounds()->sums == count::Sums{{100, 0}, 100, 1});
}
