#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir {

/// Reads a regular file of at most `max_bytes`.
/// @error not_found, io; refused when it is no regular file or too large (devices, pipes and huge files on a hostile stick)
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

enum class FileMode { shared, secret };  // 0644, 0600

/// The file is whole or absent: written beside, synced, renamed, and the folder synced, so that a power cut keeps old or new.
/// @error io, full
Status write_file(const std::filesystem::path& path, std::string_view content, FileMode mode = FileMode::shared);

}  // namespace isoloir
