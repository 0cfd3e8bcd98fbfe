#pragma once

#include <filesystem>

#include "shared/base/result.hpp"

namespace isoloir::app {

/// Writes every screen of a terminal as PNG files, in several languages, sizes, colours and orientations; a folder for each.
/// @param election_file  whose projects they show; empty: the sample that comes with the program
/// @param only  one of those folders' names; empty: all
/// @error not_found  there is no such folder
Status write_screens(const std::filesystem::path& election_file, const std::filesystem::path& folder, const std::string& only);

}  // namespace isoloir::app
