#include "sync-server/accounts/login_gate.hpp"

#include <algorithm>

#include "shared/base/network.hpp"

namespace isoloir::accounts {
namespace {

constexpr std::size_t kMostAddresses = 10'000;

}  // namespace

std::int64_t wait_after(std::int64_t failures)
{
    constexpr std::int64_t kFree = 4;
    constexpr std::int64_t kFirst = 30;
    constexpr std::int64_t kLongest = 900;
    if (failures <= kFree) return 0;
    return std::min(kLongest, kFirst << std::min<std::int64_t>(failures - kFree - 1, 10));
}

std::int64_t LoginGate::attempt(std::string_view address, std::int64_t now)
{
    const std::scoped_lock lock(mutex_);
    if (windows_.size() >= kMostAddresses) std::erase_if(windows_, [now](const auto& entry) { return entry.second.begun + kWindow <= now; });
    // So many networks at once are one attacker: all wait with him.
    Window& window = windows_[windows_.size() < kMostAddresses ? network_of(address) : "crowd"];
    if (window.begun + kWindow <= now) window = {now, 0};
    if (window.attempts >= kAttempts) return window.begun + kWindow - now;
    ++window.attempts;
    return 0;
}

}  // namespace isoloir::accounts
