#pragma once
// When to sync next: at once when records wait, with growing pauses while the server cannot be had, and now and then
// when nothing waits, so that a server which lost data is noticed. Values only; `now` is Clock::steady, which no one can set.

#include <chrono>
#include <cstdint>

#include "shared/crypto/random.hpp"

namespace isoloir::sync {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kShortestPause{1'000};
constexpr Milliseconds kLongestPause{5 * 60 * 1'000};

/// What is remembered between two attempts.
struct Pace {
    unsigned failures{0};       // in a row
    Milliseconds attempted{0};  // when the last attempt ended
    Milliseconds pause{0};      // from then to the next
};

Pace after_success(Milliseconds now);
/// Doubles from 1 s to 5 min, of which the upper half is left to chance: a hall's terminals, cut off together, do not
/// come back together.
Pace after_failure(const Pace& pace, Milliseconds now, crypto::Random& random);

/// How long to wait from `now` on; zero when it is time. Never negative, never more than kLongestPause.
/// @param waiting  whether records wait to be acknowledged
Milliseconds time_to_wait(const Pace& pace, bool waiting, Milliseconds now);

}  // namespace isoloir::sync
