#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir::election {

constexpr std::size_t kMaxPictureBytes = 10 * 1024 * 1024;

/// Reads a picture that an election file names: PNG or JPEG by its first bytes, not by its name.
/// @param folder  where the election file lies; the picture must lie in it or below, also once symbolic links are followed
/// @param name    relative, without ".."
/// @param place   the field that names it, for errors
/// @error refused, not_found, io
Result<std::string> read_picture(const std::filesystem::path& folder, const std::string& name, const std::string& place);

/// Whether a file is a picture that may be shown: PNG or JPEG, and not too large, neither packed nor unpacked.
/// @param name, place  for errors
Status check_picture(std::string_view bytes, const std::string& name, const std::string& place);

}  // namespace isoloir::election
