#include "terminal/devices/links.hpp"

#include <algorithm>

#include "terminal/devices/small_file.hpp"

namespace isoloir::devices {

std::vector<Link> read_links(const std::filesystem::path& root)
{
    std::vector<Link> links;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(root / "sys/class/net", error)) {
        std::error_code ignored;
        // Bridges, tunnels and the loopback have no device behind them.
        if (!std::filesystem::exists(entry.path() / "device", ignored)) continue;
        links.push_back(
            {entry.path().filename().string(), std::filesystem::exists(entry.path() / "wireless", ignored), first_line(entry.path() / "operstate") == "up"});
    }
    std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.name < b.name; });
    return links;
}

}  // namespace isoloir::devices
