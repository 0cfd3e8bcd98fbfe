// A server that lost data: terminals keep every record, and give it back.

#include "tests/terminal/sync/a_hall.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// The centre's folder while nothing runs on it, put somewhere else or back.
void copy_centre(ARunningCentre& centre, const std::filesystem::path& from, const std::filesystem::path& to)
{
    centre.stop();
    centre.centre.reset();
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
    centre.restart();
    centre.start();
}

}  // namespace

TEST_CASE("a server that was set back to an older backup is noticed and gets everything again")
{
    AHall hall(2);
    const TemporaryFolder backups;
    copy_centre(hall.centre, hall.centre.path, backups / "monday");
    CHECK(hall.sync()->sent == 3);
    CHECK(hall.centre.report().accepted == 2);

    copy_centre(hall.centre, backups / "monday", hall.centre.path);
    CHECK(hall.centre.report().accepted == 0);
    const auto outcome = hall.sync();
    REQUIRE(outcome);
    CHECK(outcome->lost == 3);
    CHECK(outcome->sent == 3);
    CHECK(hall.centre.report().accepted == 2);
    // Nobody said that a backup was put back: the receipt did, and no second log is signed under the old name.
    CHECK(hall.centre.checkpoint().epoch == hall.centre.clock.now().time_since_epoch().count());
}

TEST_CASE("a centre that was restored from a backup gets again what it lost, and its new log is taken for what it is")
{
    AHall hall(3);
    REQUIRE(hall.sync());
    const auto backup = hall.folder / "backup.db";
    REQUIRE(hall.centre.centre->backup(backup, nobody_watches));
    hall.vote(3);
    hall.vote(4);
    REQUIRE(hall.sync());
    CHECK(hall.journal.acknowledged() == 6);

    hall.centre.stop();
    hall.centre.centre.reset();
    hall.centre.clock.pass(std::chrono::hours{24});
    const auto path = hall.folder / "restored";
    std::filesystem::create_directory(path);
    std::filesystem::copy_file(hall.centre.path / "store.key", path / "store.key");
    hall.centre.centre = app::Centre::open(store::restore_folder({path}, backup, nobody_watches).value(), hall.centre.clock, hall.centre.random).value();
    REQUIRE(hall.centre.centre->begin_log_anew());
    hall.centre.start();
    CHECK(hall.centre.report().accepted == 3);

    hall.vote(5);
    const auto outcome = hall.sync();
    REQUIRE(outcome);
    CHECK(outcome->lost == 2);
    CHECK(outcome->sent == 3);
    CHECK(hall.centre.report().accepted == 6);
    CHECK(hall.journal.acknowledged() == 7);
    CHECK(hall.at_centre().lost == 0);
    REQUIRE(hall.sync());
    hall.restart_terminal();
    CHECK(hall.journal.acknowledged() == 7);
}
