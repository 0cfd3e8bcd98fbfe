#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("records are kept after a receipt covers them, and the receipt survives a restart")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
        REQUIRE(cast(journal, voter(1), choice(centre)));
        REQUIRE(journal.keep_receipt(centre.receipt(journal.device().id(), journal.head(), {2, {}})));
        CHECK(journal.acknowledged() == 2);
    }
    auto journal = reopened(centre, folder.path());
    CHECK(journal.acknowledged() == 2);
    CHECK(journal.records_from(0, 10)->size() == 2);
}

TEST_CASE("a receipt that contradicts the chain, or comes from elsewhere, is refused")
{
    ACentre centre;
    ACentre stranger;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    REQUIRE(cast(journal, voter(1), choice(centre)));
    const auto id = journal.device().id();
    const auto head = journal.head();

    CHECK(journal.keep_receipt(stranger.receipt(id, head, {2, {}})).error().code == Errc::forged);
    CHECK(journal.keep_receipt(centre.receipt(centre.online.id(), head, {2, {}})).error().code == Errc::forged);
    CHECK(journal.keep_receipt(centre.receipt(id, {head.next, {}}, {2, {}})).error().code == Errc::forged);
    CHECK(journal.keep_receipt(centre.receipt(id, {head.next + 1, head.last}, {3, {}})).error().code == Errc::forged);
    CHECK(journal.acknowledged() == 0);
}

TEST_CASE("two logs of one size signed by the server are found out")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    const auto id = journal.device().id();
    REQUIRE(journal.keep_receipt(centre.receipt(id, journal.head(), {7, crypto::sha256(bytes_of("one"))})));

    CHECK(journal.keep_receipt(centre.receipt(id, journal.head(), {7, crypto::sha256(bytes_of("two"))})).error().code == Errc::forged);
}

TEST_CASE("a server that forgot what it acknowledged does not make the terminal forget it")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    const auto id = journal.device().id();
    const auto early = journal.head();
    REQUIRE(cast(journal, voter(1), choice(centre)));
    REQUIRE(journal.keep_receipt(centre.receipt(id, journal.head(), {9, {}})));

    REQUIRE(journal.keep_receipt(centre.receipt(id, early, {4, {}})));
    CHECK(journal.acknowledged() == 2);
}

TEST_CASE("a centre that began its log anew is believed, one that goes back to the old one is not")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    const auto id = journal.device().id();
    REQUIRE(journal.keep_receipt(centre.receipt(id, journal.head(), {9, crypto::sha256(bytes_of("old")), 0})));
    REQUIRE(journal.keep_receipt(centre.receipt(id, journal.head(), {9, crypto::sha256(bytes_of("new")), 1'790'000'000})));
    REQUIRE(journal.keep_receipt(centre.receipt(id, journal.head(), {4, crypto::sha256(bytes_of("less")), 1'790'000'001})));
    CHECK(journal.keep_receipt(centre.receipt(id, journal.head(), {12, {}, 1'790'000'000})).error().code == Errc::forged);
    CHECK(journal.keep_receipt(centre.receipt(id, journal.head(), {12, {}, 0})).error().code == Errc::forged);
}

TEST_CASE("a journal copied back from yesterday is found out by the receipt it has kept")
{
    ACentre centre;
    TemporaryFolder folder;
    TemporaryFolder yesterday;
    std::string receipt;
    {
        auto journal = an_open_journal(centre, folder.path());
    }
    std::filesystem::copy(folder.path(), yesterday.path(), std::filesystem::copy_options::recursive);
    {
        auto journal = reopened(centre, folder.path());
        REQUIRE(cast(journal, voter(1), choice(centre)));
        receipt = centre.receipt(journal.device().id(), journal.head(), {2, {}});
        REQUIRE(journal.keep_receipt(receipt));
    }
    auto rolled_back = reopened(centre, yesterday.path());
    CHECK(rolled_back.keep_receipt(receipt).error().code == Errc::forged);
}
