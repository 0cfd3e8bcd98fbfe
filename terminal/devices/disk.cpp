#include "terminal/devices/disk.hpp"

namespace isoloir::devices {

Disk read_disk(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return {};
    const std::uint64_t free_mb = space.available / 1'000'000;
    return {free_mb, free_mb < kLowDiskMb};
}

}  // namespace isoloir::devices
