#pragma once
// How long a member of staff waits after wrong PINs. The number of failures is read from the signed chain, so a restart
// resets nothing; it only makes the wait begin anew.

#include <chrono>

namespace isoloir::staff {

using Milliseconds = std::chrono::milliseconds;

constexpr unsigned kFreeFailures = 3;
constexpr Milliseconds kFirstWait{15'000};
constexpr Milliseconds kLongestWait{3'600'000};

/// @param failures  wrong PINs in a row
/// @return  zero for the first three; then 15 s, twice as long for each more, an hour at most
Milliseconds wait_after(unsigned failures);

}  // namespace isoloir::staff
