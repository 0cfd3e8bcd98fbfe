#include "terminal/sync/pace.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::sync;

TEST_CASE("the pauses between failures grow from a second to five minutes, each in part left to chance")
{
    test::SeededRandom random(1);
    Pace pace;
    Milliseconds ceiling = kShortestPause * 2;
    bool differs = false;
    for (int failure = 0; failure < 60; ++failure) {
        pace = after_failure(pace, Milliseconds(0), random);
        CHECK(pace.pause >= ceiling / 2);
        CHECK(pace.pause <= ceiling);
        differs = differs || pace.pause != ceiling;
        ceiling = std::min(ceiling * 2, kLongestPause);
    }
    CHECK(differs);
    CHECK(after_success(Milliseconds(0)).failures == 0);
}

TEST_CASE("two terminals that were cut off together do not come back together")
{
    test::SeededRandom first(1);
    test::SeededRandom second(2);
    CHECK(after_failure({}, Milliseconds(0), first).pause != after_failure({}, Milliseconds(0), second).pause);
}

TEST_CASE("the first round is due at once; with nothing waiting the server is asked every five minutes, with something every second")
{
    CHECK(time_to_wait({}, true, Milliseconds(0)) == Milliseconds(0));
    CHECK(time_to_wait({}, false, Milliseconds(0)) == Milliseconds(0));
    const Pace pace = after_success(Milliseconds(10'000));
    CHECK(time_to_wait(pace, true, Milliseconds(10'000)) == kShortestPause);
    CHECK(time_to_wait(pace, true, Milliseconds(11'000)) == Milliseconds(0));
    CHECK(time_to_wait(pace, false, Milliseconds(11'000)) == kLongestPause - Milliseconds(1'000));
}

TEST_CASE("a wait is never negative and never longer than five minutes, whatever the clock says")
{
    test::SeededRandom random(3);
    const Pace pace = after_failure({}, Milliseconds(1'000'000), random);
    for (const std::int64_t now : {std::int64_t{0}, std::int64_t{999'999}, std::int64_t{1'000'000}, std::int64_t{1} << 50}) {
        CHECK(time_to_wait(pace, true, Milliseconds(now)) >= Milliseconds(0));
        CHECK(time_to_wait(pace, true, Milliseconds(now)) <= kLongestPause);
    }
}
