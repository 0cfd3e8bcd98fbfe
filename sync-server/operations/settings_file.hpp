#pragma once
// Settings as a TOML file (https://toml.io/en/v1.0.0), which may hold the keys of settings_keys.hpp and no other.

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "sync-server/operations/settings.hpp"

namespace isoloir::operations {

/// What of a file goes over the defaults; relative paths are relative to the file's folder.
/// @error not_found, io;  malformed  no TOML, an unknown key, or a value of the wrong kind: file, line, key, what is expected
Result<Settings> read_settings(const std::filesystem::path& file);

/// The settings as a file that reads as the same.
std::string write_settings(const Settings& settings);

/// The keys in which two settings differ.
std::vector<std::string> differences(const Settings& one, const Settings& other);

}  // namespace isoloir::operations
