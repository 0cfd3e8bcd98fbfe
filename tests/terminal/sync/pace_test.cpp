#include "terminal/sync/pace.hpp"

#include <limits>
#include <set>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::sync;
using namespace std::chrono_literals;

namespace {

Pace after_failures(unsigned failures, crypto::Random& random)
{
    Pace pace;
    for (unsigned i = 0; i < failures; ++i) pace = after_failure(pace, 0ms, random);
    return pace;
}

}  // namespace

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

TEST_CASE("a number of failures that no day can bring still gives a pause within the limits")
{
    test::SeededRandom random(1);
    Pace pace;
    pace.failures = std::numeric_limits<unsigned>::max();
    pace = after_failure(pace, 0ms, random);
    CHECK(pace.pause >= kLongestPause / 2);
    CHECK(pace.pause <= kLongestPause);
    CHECK(pace.failures > 0);
}

TEST_CASE("one success forgets all failures")
{
    test::SeededRandom random(3);
    const Pace tired = after_failures(20, random);
    CHECK(time_to_wait(tired, true, 0ms) >= kLongestPause / 2);
    const Pace rested = after_success(0ms);
    CHECK(time_to_wait(rested, true, 0ms) == kShortestPause);
    CHECK(after_failure(rested, 0ms, random).pause <= kShortestPause * 2);
}

TEST_CASE("after a failure the pause counts even when nothing waits, and ends on time")
{
    const Pace pace{3, 60s, 8s};
    CHECK(time_to_wait(pace, false, 60s) == 8s);
    CHECK(time_to_wait(pace, true, 65s) == 3s);
    CHECK(time_to_wait(pace, true, 68s) == 0ms);
    CHECK(time_to_wait(pace, true, 1000h) == 0ms);
}

TEST_CASE("the pauses of a whole hall spread over all that is left to chance, at every number of failures")
{
    test::SeededRandom random(2);
    for (unsigned failures = 1; failures <= 12; ++failures) {
        std::set<Milliseconds> pauses;
        for (int terminal = 0; terminal < 200; ++terminal) pauses.insert(after_failures(failures, random).pause);
        CAPTURE(failures);
        CHECK(pauses.size() > 150);
        CHECK(*pauses.rbegin() - *pauses.begin() > *pauses.begin() * 3 / 4);
    }
}
