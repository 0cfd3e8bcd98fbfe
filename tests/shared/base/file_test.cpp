#include "shared/base/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const fs::path& path)
{
    struct stat about {};
    REQUIRE(::lstat(path.c_str(), &about) == 0);
    return about.st_mode & 0777;
}

}  // namespace

TEST_CASE("a file reads back whole, up to the size that is allowed")
{
    const TemporaryFolder folder;
    const std::string content("one\0two\n", 8);
    REQUIRE(write_file(folder / "a", content));
    CHECK(read_file(folder / "a", 8).value() == content);
    CHECK(test::fails_as(read_file(folder / "a", 7), Errc::refused));
    CHECK(test::fails_as(read_file(folder / "none", 8), Errc::not_found));
    REQUIRE(write_file(folder / "empty", ""));
    CHECK(read_file(folder / "empty", 0).value().empty());
}

TEST_CASE("a folder, a pipe or a device in the place of a file is refused at once")
{
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(test::fails_as(read_file(folder / "pipe", 100), Errc::refused));
    CHECK(test::fails_as(read_file(folder.path(), 100), Errc::refused));
    CHECK(test::fails_as(read_file("/dev/zero", 100), Errc::refused));
    fs::create_symlink("/dev/zero", folder / "link");
    CHECK(test::fails_as(read_file(folder / "link", 100), Errc::refused));
}

TEST_CASE("a new content replaces the old one and leaves nothing beside it")
{
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "a", "old"));
    REQUIRE(write_file(folder / "a", "new"));
    CHECK(read_file(folder / "a", 100).value() == "new");
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a secret file is for its owner alone, even when a power cut left a readable one beside it")
{
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.new", "left behind", FileMode::shared));
    REQUIRE(write_file(folder / "a", "secret", FileMode::secret));
    CHECK(mode_of(folder / "a") == 0600);
}

TEST_CASE("a link planted beside a file does not lead the writing elsewhere")
{
    const TemporaryFolder folder;
    REQUIRE(write_file(folder / "victim", "untouched"));
    fs::create_symlink(folder / "victim", folder / "a.new");
    REQUIRE(write_file(folder / "a", "new"));
    CHECK(read_file(folder / "victim", 100).value() == "untouched");
    CHECK_FALSE(fs::is_symlink(folder / "a"));
}

TEST_CASE("a file that cannot be replaced stays as it was")
{
    const TemporaryFolder folder;
    CHECK(test::fails_as(write_file(folder / "none" / "a", "x"), Errc::not_found));

    fs::create_directories(folder / "taken" / "inside");
    CHECK_FALSE(write_file(folder / "taken", "x"));
    CHECK(fs::is_directory(folder / "taken" / "inside"));
    CHECK_FALSE(fs::exists(folder / "taken.new"));
}

TEST_CASE("a full disk is told as such, and the old file stays whole")
{
    const TemporaryFolder folder;
    const test::ASmallDisk disk(folder.path(), "64k");
    if (!disk) return;
    REQUIRE(write_file(folder / "a", "old"));
    const auto written = write_file(folder / "a", std::string(1 << 20, 'x'));
    const auto kept = read_file(folder / "a", 100);
    const bool beside = fs::exists(folder / "a.new");
    CHECK(test::fails_as(written, Errc::full));
    CHECK(kept.value() == "old");
    CHECK_FALSE(beside);
}
