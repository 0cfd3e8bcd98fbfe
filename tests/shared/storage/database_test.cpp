#include "shared/storage/database.hpp"

#include "shared/base/file.hpp"
#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using storage::Database;
using storage::Transaction;
using test::TemporaryFolder;

namespace {

crypto::SecretBytes key(std::uint8_t seed)
{
    test::SeededRandom random(seed);
    return crypto::SecretBytes(random.bytes<32>());
}

constexpr const char* kSchema[] = {"CREATE TABLE vote (number INTEGER PRIMARY KEY, body TEXT NOT NULL)"};

Database with_votes(const std::filesystem::path& file, int count)
{
    auto database = Database::open(file, key(1)).value();
    REQUIRE(database.migrate(kSchema));
    for (int i = 0; i < count; ++i) REQUIRE(database.execute("INSERT INTO vote (body) VALUES ('a readable choice " + std::to_string(i) + "')"));
    return database;
}

std::int64_t count_votes(Database& database)
{
    auto count = database.prepare("SELECT count(*) FROM vote").value();
    REQUIRE(count.step().value());
    return count.integer(0);
}

std::string content_of(const std::filesystem::path& file)
{
    return read_file(file, 1 << 26).value();
}

}  // namespace

TEST_CASE("every kind of value reads back, also an empty one, which is not the absence of one")
{
    const TemporaryFolder folder;
    auto database = Database::open(folder / "db", key(1)).value();
    REQUIRE(database.execute("CREATE TABLE t (n INTEGER, b BLOB, s TEXT, z BLOB)"));
    auto insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)").value();
    REQUIRE(insert.bind(1, std::int64_t{INT64_MIN}).bind(2, Bytes{0, 1, 255}).bind(3, std::string_view("a\0é", 4)).bind_null(4).run());
    REQUIRE(insert.bind(1, std::int64_t{0}).bind(2, Bytes{}).bind(3, std::string_view{}).bind(4, ByteSpan{}).run());
    CHECK(database.changes() == 1);

    auto select = database.prepare("SELECT n, b, s, z FROM t ORDER BY n").value();
    REQUIRE(select.step().value());
    CHECK(select.integer(0) == INT64_MIN);
    CHECK(select.blob(1) == Bytes{0, 1, 255});
    CHECK(select.text(2) == std::string("a\0é", 4));
    CHECK(select.is_null(3));
    REQUIRE(select.step().value());
    CHECK(select.blob(1).empty());
    CHECK_FALSE(select.is_null(1));
    CHECK_FALSE(select.is_null(2));
    CHECK_FALSE(select.is_null(3));
    CHECK_FALSE(select.step().value());
}

TEST_CASE("what is stored reads back after closing, and not with another key, which changes nothing")
{
    const TemporaryFolder folder;
    {
        auto database = with_votes(folder / "db", 3);
    }
    const std::string before = content_of(folder / "db");
    const auto wrong = Database::open(folder / "db", key(2));
    REQUIRE_FALSE(wrong);
    CHECK(test::fails_as(wrong, Errc::forged));
    CHECK((content_of(folder / "db") == before));
    auto database = Database::open(folder / "db", key(1)).value();
    CHECK(count_votes(database) == 3);
    CHECK(database.check());
}

TEST_CASE("a file that is no database of ours is refused and left alone")
{
    const TemporaryFolder folder;
    const std::string text(8192, 'x');
    REQUIRE(write_file(folder / "db", text));
    CHECK(test::fails_as(Database::open(folder / "db", key(1)), Errc::forged));
    CHECK((content_of(folder / "db") == text));
    CHECK_FALSE(Database::open(folder / "none" / "db", key(1)));
    CHECK_FALSE(Database::open(folder.path(), key(1)));
}

TEST_CASE("nothing of what is stored, nor of the schema, stands readable on the disk")
{
    const TemporaryFolder folder;
    auto database = with_votes(folder / "db", 50);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        const std::string bytes = content_of(entry.path());
        CAPTURE(entry.path().string());
        CHECK(bytes.find("readable choice") == std::string::npos);
        CHECK(bytes.find("CREATE TABLE") == std::string::npos);
        CHECK(bytes.find("SQLite format 3") == std::string::npos);
        ++files;
    }
    CHECK(files >= 2);  // the database and its write-ahead log
}

TEST_CASE("a transaction that is not committed leaves no trace")
{
    const TemporaryFolder folder;
    auto database = with_votes(folder / "db", 1);
    {
        auto transaction = Transaction::begin(database).value();
        REQUIRE(database.execute("INSERT INTO vote (body) VALUES ('x')"));
    }
    CHECK(count_votes(database) == 1);
    {
        auto transaction = Transaction::begin(database).value();
        auto moved = std::move(transaction);
        REQUIRE(database.execute("INSERT INTO vote (body) VALUES ('x')"));
        REQUIRE(moved.commit());
    }
    CHECK(count_votes(database) == 2);
}

TEST_CASE("a broken constraint is a conflict, and the statement can be used again")
{
    const TemporaryFolder folder;
    auto database = with_votes(folder / "db", 1);
    auto insert = database.prepare("INSERT INTO vote (number, body) VALUES (?, 'x')").value();
    CHECK(test::fails_as(insert.bind(1, std::int64_t{1}).run(), Errc::conflict));
    CHECK(insert.bind(1, std::int64_t{2}).run());
    CHECK(count_votes(database) == 2);
    CHECK_FALSE(database.prepare("SELECT nothing FROM nowhere"));
    CHECK_FALSE(database.execute("not SQL"));
}

TEST_CASE("a schema grows step by step, once, and a newer one than ours is refused")
{
    const TemporaryFolder folder;
    const char* const first[] = {"CREATE TABLE a (x)"};
    const char* const second[] = {"CREATE TABLE a (x)", "CREATE TABLE b (y); INSERT INTO b VALUES (7)"};
    {
        auto database = Database::open(folder / "db", key(1)).value();
        REQUIRE(database.migrate(first));
        REQUIRE(database.migrate(first));
        REQUIRE(database.migrate(second));
        CHECK(database.execute("SELECT y FROM b"));
    }
    auto database = Database::open(folder / "db", key(1)).value();
    CHECK(test::fails_as(database.migrate(first), Errc::refused));
    CHECK(database.migrate(second));
}

TEST_CASE("a step that fails leaves the schema before it")
{
    const TemporaryFolder folder;
    auto database = Database::open(folder / "db", key(1)).value();
    const char* const broken[] = {"CREATE TABLE a (x)", "CREATE TABLE b (y); not SQL"};
    CHECK_FALSE(database.migrate(broken));
    CHECK(database.execute("SELECT x FROM a"));
    CHECK_FALSE(database.execute("SELECT y FROM b"));
    const char* const mended[] = {"CREATE TABLE a (x)", "CREATE TABLE b (y)"};
    CHECK(database.migrate(mended));
}

TEST_CASE("a full disk is told as such, and what is stored stays readable")
{
    const TemporaryFolder folder;
    const test::ASmallDisk disk(folder.path(), "512k");
    if (!disk) return;
    std::int64_t stored = 0;
    Status failed;
    std::int64_t readable = -1;
    std::int64_t readable_anew = -1;
    Status whole;
    {
        auto database = with_votes(folder / "db", 0);
        const std::string insert = "INSERT INTO vote (body) VALUES ('" + std::string(10'000, 'x') + "')";
        for (int i = 0; i < 1000 && failed; ++i) {
            failed = database.execute(insert);
            if (failed) ++stored;
        }
        readable = count_votes(database);
    }
    if (auto database = Database::open(folder / "db", key(1))) {
        readable_anew = count_votes(*database);
        whole = database->check();
    }
    REQUIRE_FALSE(failed);
    CHECK(test::fails_as(failed, Errc::full));
    CHECK(stored > 0);
    CHECK(readable == stored);
    CHECK(readable_anew == stored);
    CHECK(whole);
}

TEST_CASE("a flipped bit in any page is an error, and never another content")
{
    const TemporaryFolder folder;
    {
        auto database = with_votes(folder / "db", 400);
        REQUIRE(database.check());
    }
    const std::string before = content_of(folder / "db");
    REQUIRE(before.size() % 4096 == 0);
    REQUIRE(before.size() >= 4 * 4096);
    for (std::size_t page = 0; page < before.size() / 4096; ++page) {
        CAPTURE(page);
        std::string altered = before;
        altered[page * 4096 + 1234] ^= 1;
        REQUIRE(write_file(folder / "db", altered));
        auto database = Database::open(folder / "db", key(1));
        if (page == 0) {
            CHECK(test::fails_as(database, Errc::forged));
            continue;
        }
        REQUIRE(database);
        CHECK(test::fails_as(database->check(), Errc::corrupt));
    }
}

TEST_CASE("a page that no longer proves itself is told as damage, not as trouble with the disk")
{
    const TemporaryFolder folder;
    {
        auto database = with_votes(folder / "db", 400);
    }
    std::string altered = content_of(folder / "db");
    altered[3 * 4096 + 1234] ^= 1;
    REQUIRE(write_file(folder / "db", altered));
    auto database = Database::open(folder / "db", key(1)).value();
    auto select = database.prepare("SELECT body FROM vote").value();
    Result<bool> row = true;
    while (row && *row) row = select.step();
    REQUIRE_FALSE(row);
    CHECK(test::fails_as(row, Errc::corrupt));
}
