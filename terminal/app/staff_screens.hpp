#pragma once

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/ui/images.hpp"
#include "terminal/ui/text.hpp"

namespace isoloir::app {

/// Writes every staff screen as PNG, as three kiosks hang.
/// @param only  one of them; empty: all
/// @return  how many
Result<std::size_t> write_staff_screens(ui::TextEngine& text, ui::Images& images, const std::filesystem::path& folder, const std::string& only);

}  // namespace isoloir::app
