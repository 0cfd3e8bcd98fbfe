#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace isoloir::devices {

struct Link {
    std::string name;
    bool wireless{false};
    bool up{false};
};

/// Network interfaces with a plug or an antenna, by name.
std::vector<Link> read_links(const std::filesystem::path& root = "/");

}  // namespace isoloir::devices
