#include "terminal/platform/decode.hpp"

#include <memory>

#include <SDL_image.h>

namespace isoloir::platform {
namespace {

using Bitmap = std::unique_ptr<SDL_Surface, void (*)(SDL_Surface*)>;

/// Width and height as the file's header says, so that a bomb is refused before it is unpacked.
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

}  // namespace

std::optional<ui::Picture> decode_picture(std::string_view file)
{
    const auto pixels = pixels_of(file);
    if (!pixels || *pixels == 0 || *pixels > ui::kMaxPixels) return std::nullopt;
    SDL_RWops* source = SDL_RWFromConstMem(file.data(), static_cast<int>(file.size()));
    const Bitmap decoded(IMG_Load_RW(source, 1), SDL_FreeSurface);
    if (!decoded) return std::nullopt;
    const Bitmap rgba(SDL_ConvertSurfaceFormat(decoded.get(), SDL_PIXELFORMAT_RGBA32, 0), SDL_FreeSurface);
    if (!rgba) return std::nullopt;

    ui::Picture picture{rgba->w, rgba->h, {}};
    const auto row = static_cast<std::size_t>(rgba->w) * 4;
    picture.rgba.reserve(row * static_cast<std::size_t>(rgba->h));
    for (int y = 0; y < rgba->h; ++y) {
        const auto* start = static_cast<const std::uint8_t*>(rgba->pixels) + static_cast<std::ptrdiff_t>(y) * rgba->pitch;
        picture.rgba.insert(picture.rgba.end(), start, start + row);
    }
    return picture;
}

}  // namespace isoloir::platform
