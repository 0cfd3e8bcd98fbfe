#pragma once
// Where fonts, icons and pictures lie.

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/ui/images.hpp"

namespace isoloir::app {

/// $ISOLOIR_SHARE, else ../share/isoloir beside the program.
std::filesystem::path share_folder();

/// Reads pictures by their hash from `folder`; a picture whose content has another hash is none.
ui::Images::Loader pictures_in(const std::filesystem::path& folder);

}  // namespace isoloir::app
