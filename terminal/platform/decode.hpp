#pragma once

#include <optional>
#include <string_view>

#include "terminal/ui/images.hpp"

namespace isoloir::platform {

/// Decodes a PNG or JPEG file; nothing when it is broken or larger than kMaxPixels.
std::optional<ui::Picture> decode_picture(std::string_view file);

}  // namespace isoloir::platform
