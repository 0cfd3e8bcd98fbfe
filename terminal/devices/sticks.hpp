#pragma once
// Removable sticks that are mounted. Mounting is the desktop's or the image's task; a kiosk mounts them noexec, nodev.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace isoloir::devices {

struct MountedStick {
    std::string name;  // what the clerk reads: the folder's name, as most systems name it after the stick
    std::filesystem::path path;
    std::uint64_t free_mb{0};
};

/// @param instead  a folder whose subfolders are taken for sticks: for tests and the demo
std::vector<MountedStick> find_sticks(const std::optional<std::filesystem::path>& instead, const std::filesystem::path& root = "/");

}  // namespace isoloir::devices
