#include "terminal/sync/pace.hpp"

#include <algorithm>

namespace isoloir::sync {

Pace after_success(Milliseconds now)
{
    return {0, now, kShortestPause};
}

Pace after_failure(const Pace& pace, Milliseconds now, crypto::Random& random)
{
    constexpr unsigned kDoublings = 9;  // 1 s · 2^9 is past 5 min
    const Milliseconds ceiling = std::min(kLongestPause, Milliseconds(kShortestPause * (2LL << std::min(pace.failures, kDoublings))));
    const auto half = ceiling.count() / 2;
    const auto chance = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(half) + 1));
    return {std::min(pace.failures, kDoublings) + 1, now, Milliseconds(half + chance)};
}

Milliseconds time_to_wait(const Pace& pace, bool waiting, Milliseconds now)
{
    const bool resting = !waiting && pace.failures == 0 && pace.pause > Milliseconds(0);
    const Milliseconds pause = resting ? kLongestPause : pace.pause;
    const Milliseconds passed = std::max(now - pace.attempted, Milliseconds(0));
    return std::clamp(pause - passed, Milliseconds(0), kLongestPause);
}

}  // namespace isoloir::sync
