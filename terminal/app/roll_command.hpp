#pragma once

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

/// Takes the signed electoral roll that the centre wrote for terminals without a network.
Status take_roll(journal::Journal& journal, const std::filesystem::path& file);

}  // namespace isoloir::app
