// The folder of a server with an embedded database: its lock and its key.

#include "sync-server/store/folder.hpp"

#include <fstream>

#include "shared/base/file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

struct AFolder {
    test::TemporaryFolder root;
    crypto::SystemRandom random;
    std::filesystem::path path{root / "centre"};
};

}  // namespace

TEST_CASE("a second process is refused while the first works on the folder")
{
    AFolder folder;
    {
        const auto first = store::create_folder({folder.path}, folder.random);
        REQUIRE(first);
        CHECK(store::open_folder({folder.path}).error().code == Errc::conflict);
        CHECK(store::create_folder({folder.path}, folder.random).error().code == Errc::conflict);
    }
    CHECK(store::open_folder({folder.path}));
}

TEST_CASE("the key is for its owner alone, and without the right one nothing opens and nothing changes")
{
    AFolder folder;
    REQUIRE(store::create_folder({folder.path}, folder.random));
    const auto key = folder.path / "store.key";
    CHECK((std::filesystem::status(key).permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);

    const auto elsewhere = folder.root / "kept-apart";
    std::filesystem::rename(key, elsewhere);
    CHECK(store::create_folder({folder.path}, folder.random).error().code == Errc::not_found);
    CHECK_FALSE(std::filesystem::exists(key));
    CHECK(store::open_folder({folder.path, elsewhere}));

    const auto before = *read_file(folder.path / "store.db", 1'000'000);
    REQUIRE(write_file(key, std::string(32, 'x'), FileMode::secret));
    CHECK(store::open_folder({folder.path}).error().code == Errc::forged);
    CHECK(*read_file(folder.path / "store.db", 1'000'000) == before);
}

TEST_CASE("nothing in the database file can be read without its key")
{
    AFolder folder;
    {
        const auto made = store::create_folder({folder.path}, folder.random);
        REQUIRE(made->store->put_document("package", "a text that must not lie about in the clear"));
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
        CHECK(read_file(entry.path(), 10'000'000)->find("must not lie about") == std::string::npos);
}
