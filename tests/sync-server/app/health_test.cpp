// Whether the store answers and has room, as load balancers and operators are told it.

#include "tests/support/a_server_folder.hpp"
#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;
using test::fails_as;

TEST_CASE("a centre is unhealthy while its database is away, and healthy again when it is back")
{
    AServerFolder folder;
    CHECK(folder.centre->health());
    test::shared_postgres().stop("immediate");
    folder.centre->look();
    const auto health = folder.centre->health();
    test::shared_postgres().start();
    REQUIRE(fails_as(health, Errc::unavailable));
    folder.centre->look();
    CHECK(folder.centre->health());
}

TEST_CASE("a centre whose database has no room is unhealthy until it has some, and finds that out by itself (needs root to mount a small disk)")
{
    const test::TemporaryFolder tables;
    const test::ASmallDisk disk(tables.path(), "16m");
    if (!disk) return;
    test::APostgres postgres;
    postgres.keep_tables_in(tables.path());
    AServerFolder folder(test::an_election().build(), postgres.fresh());
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < 100; ++voter) terminal.vote(folder.package(), a_voter(voter), {0});
    disk.fill();
    REQUIRE(fails_as(folder.send(terminal), Errc::full));
    for (int seconds = 0; seconds < 3; ++seconds) {
        folder.centre->look();
        CHECK(fails_as(folder.centre->health(), Errc::full));
    }
    disk.make_room();
    folder.centre->look();
    CHECK(folder.centre->health());
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 100);
}

TEST_CASE("the store's pulse goes on while the database is away, since nothing would be gained by a restart")
{
    AServerFolder folder;
    const auto before = folder.centre->beats();
    folder.centre->look();
    CHECK(folder.centre->beats() > before);
    test::shared_postgres().stop("immediate");
    const auto meanwhile = folder.centre->beats();
    folder.centre->look();
    const auto after = folder.centre->beats();
    test::shared_postgres().start();
    CHECK(after > meanwhile);
}

TEST_CASE("a long backup is seen at work by whoever watches the pulse")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    std::uint64_t during = 0;
    const auto before = folder.centre->beats();
    REQUIRE(folder.centre->backup(folder.root / "backup", [&](std::uint64_t) { during = folder.centre->beats(); }));
    CHECK(during > before);
}
