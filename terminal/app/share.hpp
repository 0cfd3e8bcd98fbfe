#pragma once
// The election's pictures.

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/ui/images.hpp"

namespace isoloir::app {

/// Reads pictures by their hash from `folder`; a picture whose content has another hash is none.
ui::Images::Loader pictures_in(const std::filesystem::path& folder);

}  // namespace isoloir::app
