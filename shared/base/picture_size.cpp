#include "shared/base/picture_size.hpp"

namespace isoloir {

std::optional<std::size_t> pixels_of(std::string_view file)
{
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(file[at])); };
    if (file.size() > 24 && file.substr(1, 3) == "PNG") {
        const auto number = [&](std::size_t at) { return byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3); };
        return number(16) * number(20);
    }
    // JPEG: walk the segments to the frame header.
    for (std::size_t at = 2; at + 9 < file.size() && byte(at) == 0xFF;) {
        const std::size_t marker = byte(at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) return (byte(at + 5) << 8 | byte(at + 6)) * (byte(at + 7) << 8 | byte(at + 8));
        at += 2 + (byte(at + 2) << 8 | byte(at + 3));
    }
    return std::nullopt;
}

}  // namespace isoloir
