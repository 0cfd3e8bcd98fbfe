#include "terminal/platform/decode.hpp"

#include <memory>

#include <SDL_image.h>

#include "shared/base/picture_size.hpp"

namespace isoloir::platform {
namespace {

using Bitmap = std::unique_ptr<SDL_Surface, void (*)(SDL_Surface*)>;

}  // namespace

std::optional<ui::Picture> decode_picture(std::string_view file)
{
    const auto pixels = pixels_of(file);
    if (!pixels || *pixels == 0 || *pixels > kMaxPixels) return std::nullopt;
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
