#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace isoloir::devices {

constexpr std::uint64_t kLowDiskMb = 200;  // far above where the journal stops taking votes

struct Disk {
    std::optional<std::uint64_t> free_mb;
    bool low{false};
};

/// Of the disk that holds `folder`.
Disk read_disk(const std::filesystem::path& folder);

}  // namespace isoloir::devices
