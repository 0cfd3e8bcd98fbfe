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
}
