#include "terminal/app/background_sync.hpp"

#include <atomic>

#include "tests/support/a_running_centre.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// Turns the booth's loop until it holds. @return false when it did not within a minute
bool eventually(app::BackgroundSync& sync, const std::function<bool()>& holds)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!holds() && std::chrono::steady_clock::now() < end) {
        sync.attend();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return holds();
}

}  // namespace

TEST_CASE("ballots leave by themselves while the booth is open, and what was cast without a server leaves once it is back")
{
    ARunningCentre centre;
    TemporaryFolder place;
    auto journal = centre.a_journal(place.path());
    centre.vote(journal, 1);
    const SystemClock clock;
    std::atomic<int> news{0};
    std::atomic<int> woken{0};
    app::BackgroundSync sync(
        journal, clock, [&] { ++woken; }, [&](const std::string&) { ++news; });
    const auto has_all = [&] { return journal.acknowledged() == journal.head().next; };
    REQUIRE(eventually(sync, has_all));
    CHECK(centre.report().accepted == 1);
    CHECK(woken > 0);

    centre.stop();
    for (int voter = 2; voter < 5; ++voter) centre.vote(journal, voter);
    REQUIRE(eventually(sync, [&] { return news >= 2; }));  // it has noticed
    CHECK(journal.acknowledged() == 2);

    centre.start();
    REQUIRE(eventually(sync, has_all));
    CHECK(centre.report().accepted == 4);
    CHECK(centre.report().duplicates == 0);
}
