#include "tests/support/catch.hpp"

#include <fstream>

#include "shared/base/file.hpp"
#include "sync-server/store/folder.hpp"
#include "tests/support/a_terminal.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

struct AFolder {
    test::TemporaryFolder root;
    crypto::SystemRandom random;
    std::filesystem::path path{root / "centre"};
};

}  // namespace

TEST_CASE("what a transaction wrote is there after a restart, and what it took back is not")
{
    AFolder folder;
    {
        const auto made = store::create_folder(folder.path, std::nullopt, folder.random);
        REQUIRE(made);
        store::Store& store = *made->store;
        REQUIRE(store.transact([&] { return store.put_document("phase", "open"); }));
        const auto refused = store.transact([&]() -> Status {
            ISO_CHECK(store.put_document("phase", "closed"));
            return fail(Errc::refused, "changed my mind");
        });
        REQUIRE_FALSE(refused);
    }
    const auto opened = store::open_folder(folder.path, std::nullopt);
    REQUIRE(opened);
    CHECK(*opened->store->document("phase") == "open");
    CHECK_FALSE(opened->store->document("result")->has_value());
}

TEST_CASE("a voter is claimed once, also after a restart")
{
    AFolder folder;
    {
        const auto made = store::create_folder(folder.path, std::nullopt, folder.random);
        CHECK(*made->store->claim_voter(test::a_voter(1), 0));
        CHECK_FALSE(*made->store->claim_voter(test::a_voter(1), 1));
        CHECK(*made->store->claim_voter(test::a_voter(2), 1));
    }
    const auto opened = store::open_folder(folder.path, std::nullopt);
    CHECK_FALSE(*opened->store->claim_voter(test::a_voter(2), 2));
}

TEST_CASE("a second checkpoint of one size and a second record of one number are refused")
{
    AFolder folder;
    const auto made = store::create_folder(folder.path, std::nullopt, folder.random);
    store::Store& store = *made->store;
    REQUIRE(store.put_checkpoint(3, "first"));
    CHECK(store.put_checkpoint(3, "second").error().code == Errc::conflict);
    REQUIRE(store.append({0, "record", {}, 0, {}, store::Reason::event, {}}));
    CHECK(store.append({1, "rival", {}, 0, {}, store::Reason::event, {}}).error().code == Errc::conflict);
    CHECK(store.append({0, "other", {}, 1, {}, store::Reason::event, {}}).error().code == Errc::conflict);
}

TEST_CASE("a second process is refused while the first works on the folder")
{
    AFolder folder;
    {
        const auto first = store::create_folder(folder.path, std::nullopt, folder.random);
        REQUIRE(first);
        CHECK(store::open_folder(folder.path, std::nullopt).error().code == Errc::conflict);
        CHECK(store::create_folder(folder.path, std::nullopt, folder.random).error().code == Errc::conflict);
    }
    CHECK(store::open_folder(folder.path, std::nullopt));
}

TEST_CASE("the key is for its owner alone, and without the right one nothing opens and nothing changes")
{
    AFolder folder;
    REQUIRE(store::create_folder(folder.path, std::nullopt, folder.random));
    const auto key = folder.path / "store.key";
    CHECK((std::filesystem::status(key).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);

    const auto elsewhere = folder.root / "kept-apart";
    std::filesystem::rename(key, elsewhere);
    CHECK(store::create_folder(folder.path, std::nullopt, folder.random).error().code == Errc::not_found);
    CHECK_FALSE(std::filesystem::exists(key));
    CHECK(store::open_folder(folder.path, elsewhere));

    const auto before = *read_file(folder.path / "store.db", 1'000'000);
    REQUIRE(write_file(key, std::string(32, 'x'), FileMode::secret));
    CHECK(store::open_folder(folder.path, std::nullopt).error().code == Errc::forged);
    CHECK(*read_file(folder.path / "store.db", 1'000'000) == before);
}

TEST_CASE("nothing in the database file can be read without its key")
{
    AFolder folder;
    {
        const auto made = store::create_folder(folder.path, std::nullopt, folder.random);
        REQUIRE(made->store->put_document("package", "a text that must not lie about in the clear"));
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
        CHECK(read_file(entry.path(), 10'000'000)->find("must not lie about") == std::string::npos);
}
