#pragma once
// What the machine says of itself: plain functions that read what the kernel shows. Every one takes the root folder, so
// that a test can hand in a machine of its own.

#include <filesystem>
#include <optional>

namespace isoloir::devices {

struct Battery {
    std::optional<int> percent;  // of the fullest; nothing where there is none
    bool on_mains{true};
};

/// Source: Documentation/ABI/testing/sysfs-class-power
Battery read_battery(const std::filesystem::path& root = "/");

}  // namespace isoloir::devices
