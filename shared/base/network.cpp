#include "shared/base/network.hpp"

#include <algorithm>
#include <vector>

namespace isoloir {
namespace {

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

}  // namespace

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

}  // namespace isoloir
