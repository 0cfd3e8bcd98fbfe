#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace isoloir::devices {

/// One line that the kernel shows under /sys; nothing when it is not there. Its files say a size that is not theirs.
std::optional<std::string> first_line(const std::filesystem::path& file);
std::optional<long> number_in(const std::filesystem::path& file);

}  // namespace isoloir::devices
