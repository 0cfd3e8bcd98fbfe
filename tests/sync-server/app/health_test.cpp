// Whether the store answers, as load balancers and operators are told it.

#include "tests/support/a_server_folder.hpp"
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
