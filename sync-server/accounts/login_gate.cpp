#include "sync-server/accounts/login_gate.hpp"

#include <algorithm>
#include <vector>

namespace isoloir::accounts {
namespace {

constexpr std::size_t kMostAddresses = 10'000;

constexpr std::size_t kGroups = 8;
constexpr std::size_t kNetworkGroups = 4;

std::vector<std::string_view> groups_of(std::string_view text)
{
    std::vector<std::string_view> groups;
    while (!text.empty()) {
        groups.push_back(text.substr(0, text.find(':')));
        text.remove_prefix(std::min(groups.back().size() + 1, text.size()));
    }
    return groups;
}

/// The first four groups of an IPv6 address, with those that "::" leaves out; an IPv4 address as it is written.
std::string network_of(std::string_view address)
{
    if (address.find(':') == std::string_view::npos || address.find('.') != std::string_view::npos) return std::string(address);
    const auto gap = address.find("::");
    auto groups = groups_of(address.substr(0, gap));
    if (gap != std::string_view::npos) {
        const auto behind = groups_of(address.substr(gap + 2));
        if (groups.size() + behind.size() < kGroups) groups.resize(kGroups - behind.size(), "0");
        groups.insert(groups.end(), behind.begin(), behind.end());
    }
    std::string network;
    for (std::size_t i = 0; i < std::min(kNetworkGroups, groups.size()); ++i) network.append(groups[i]).append(":");
    return network;
}

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
