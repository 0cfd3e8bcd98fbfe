#pragma once

#include <filesystem>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::app {

/// Writes every screen of an election as PNG files, with no display: in its first language at 1920x1080, and a choice of
/// other languages, sizes, colours and a portrait screen.
Status write_screens(const election::Definition& definition, const std::filesystem::path& pictures, const std::filesystem::path& folder);

}  // namespace isoloir::app
