#pragma once

#include <filesystem>

namespace isoloir {

/// Where fonts, icons and pictures lie: $ISOLOIR_SHARE, else ../share/isoloir beside the program.
std::filesystem::path share_folder();

}  // namespace isoloir
