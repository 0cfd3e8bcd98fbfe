// Another process holds the database, or is killed while it writes.

#include <csignal>
#include <optional>

#include <sys/wait.h>
#include <unistd.h>

#include "shared/storage/database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using storage::Database;
using storage::Transaction;
using test::TemporaryFolder;

namespace {

const crypto::SecretBytes& key()
{
    static const crypto::SecretBytes bytes(Bytes(32, 7));
    return bytes;
}

/// Runs `work` in a process of its own; its answer, or nothing when it was killed.
template <class Work>
std::optional<int> in_another_process(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
}

int die()
{
    ::kill(::getpid(), SIGKILL);
    return 0;
}

std::int64_t number(Database& database, const char* sql)
{
    auto statement = database.prepare(sql).value();
    REQUIRE(statement.step().value());
    return statement.integer(0);
}

}  // namespace

TEST_CASE("a database that another process has open is not opened a second time")
{
    const TemporaryFolder folder;
    const auto second = [&] {
        const auto opened = Database::open(folder / "db", key());
        return opened ? 0 : static_cast<int>(opened.error().code) + 1;
    };
    {
        auto database = Database::open(folder / "db", key()).value();
        REQUIRE(database.execute("CREATE TABLE t (x)"));
        CHECK(in_another_process(second) == static_cast<int>(Errc::conflict) + 1);
        CHECK(database.execute("INSERT INTO t VALUES (1)"));
    }
    CHECK(in_another_process(second) == 0);
}

TEST_CASE("what was committed survives a kill, and what was not leaves no trace")
{
    const TemporaryFolder folder;
    const auto killed = in_another_process([&] {
        auto database = Database::open(folder / "db", key()).value();
        if (!database.execute("CREATE TABLE t (x)")) return 1;
        for (int i = 0; i < 10; ++i) {
            auto transaction = Transaction::begin(database).value();
            if (!database.execute("INSERT INTO t VALUES (1)") || !transaction.commit()) return 1;
        }
        auto transaction = Transaction::begin(database).value();
        if (!database.execute("INSERT INTO t VALUES (2)")) return 1;
        return die();
    });
    REQUIRE_FALSE(killed);
    auto database = Database::open(folder / "db", key()).value();
    CHECK(number(database, "SELECT count(*) FROM t") == 10);
    CHECK(number(database, "SELECT max(x) FROM t") == 1);
    CHECK(database.check());
}

TEST_CASE("after a kill, a wrong key loses nothing of what waits in the write-ahead log")
{
    const TemporaryFolder folder;
    const auto killed = in_another_process([&] {
        auto database = Database::open(folder / "db", key()).value();
        if (!database.execute("CREATE TABLE t (x); INSERT INTO t VALUES (7)")) return 1;
        return die();
    });
    REQUIRE_FALSE(killed);
    REQUIRE(std::filesystem::file_size(folder / "db-wal") > 0);
    const auto wrong = Database::open(folder / "db", crypto::SecretBytes(Bytes(32, 8)));
    CHECK(test::fails_as(wrong, Errc::forged));
    auto database = Database::open(folder / "db", key()).value();
    CHECK(number(database, "SELECT x FROM t") == 7);
    CHECK(database.check());
}

TEST_CASE("a migration killed between or within its steps leaves the old schema or the new one")
{
    // A step runs in one transaction with the version; here its statements are run by hand, to be killed among them.
    const TemporaryFolder folder;
    const char* const old_schema[] = {"CREATE TABLE a (x)"};
    const char* const new_schema[] = {"CREATE TABLE a (x)", "CREATE TABLE b (y); INSERT INTO b VALUES (1)"};

    const auto between = in_another_process([&] {
        auto database = Database::open(folder / "db", key()).value();
        if (!database.migrate(old_schema)) return 1;
        return die();
    });
    REQUIRE_FALSE(between);
    const auto within = in_another_process([&] {
        auto database = Database::open(folder / "db", key()).value();
        auto transaction = Transaction::begin(database).value();
        if (!database.execute("CREATE TABLE b (y)")) return 1;
        return die();
    });
    REQUIRE_FALSE(within);

    auto database = Database::open(folder / "db", key()).value();
    CHECK(number(database, "PRAGMA user_version") == 1);
    CHECK_FALSE(database.execute("SELECT y FROM b"));
    REQUIRE(database.migrate(new_schema));
    CHECK(number(database, "PRAGMA user_version") == 2);
    CHECK(number(database, "SELECT count(*) FROM b") == 1);
}

TEST_CASE("a kill at any moment of many commits loses none that was answered")
{
    const TemporaryFolder folder;
    REQUIRE(Database::open(folder / "db", key()).value().execute("CREATE TABLE t (x INTEGER PRIMARY KEY, y BLOB)"));
    std::int64_t answered = 0;
    for (int round = 0; round < 10; ++round) {
        int pipe_ends[2];
        REQUIRE(::pipe(pipe_ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto database = Database::open(folder / "db", key()).value();
            for (;;) {
                auto transaction = Transaction::begin(database);
                if (!transaction || !database.execute("INSERT INTO t (y) VALUES (randomblob(3000))") || !transaction->commit()) ::_exit(1);
                if (::write(pipe_ends[1], "x", 1) != 1) ::_exit(1);
            }
        }
        ::close(pipe_ends[1]);
        char one = 0;
        for (int i = 0; i < 5 + round; ++i) {
            REQUIRE(::read(pipe_ends[0], &one, 1) == 1);
            ++answered;
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(pipe_ends[0], &one, 1) == 1) ++answered;
        ::close(pipe_ends[0]);

        auto database = Database::open(folder / "db", key()).value();
        const auto stored = number(database, "SELECT count(*) FROM t");
        CHECK(stored >= answered);
        CHECK(stored <= answered + 1);  // the last one may have been committed and not answered
        CHECK(database.check());
        answered = stored;
    }
}
