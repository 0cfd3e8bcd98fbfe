#include "terminal/ui/images.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include <cairo.h>
#include <librsvg/rsvg.h>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"

namespace isoloir::ui {
namespace {

constexpr std::size_t kMaxSvg = 1024 * 1024;
constexpr std::size_t kMaxThemes = 64 * 1024;
/// Which part of a picture stays where its place is lower: people and ground are rather below its middle.
constexpr double kAnchor = 0.7;
constexpr std::size_t kMaxKept = 24 * 1024 * 1024;  // bytes: pictures of the last pages

/// Whether a word in `text` begins with `beginning`: "quartier" does not speak of "art".
bool has_word(const std::string& text, const std::string& beginning)
{
    for (auto at = text.find(beginning); at != std::string::npos; at = text.find(beginning, at + 1))
        if (at == 0 || std::string_view(" ,/-'(").find(text[at - 1]) != std::string_view::npos) return true;
    return false;
}

struct Size {
    double width;
    double height;
};

/// In pixels where the drawing says so, otherwise that of its viewBox; a square when it says nothing.
Size own_size(RsvgHandle* handle)
{
    Size size{0, 0};
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) && size.width > 0 && size.height > 0) return size;
    gboolean has_box = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(handle, nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    return has_box && box.width > 0 && box.height > 0 ? Size{box.width, box.height} : Size{1, 1};
}

SurfaceHandle render_svg(const std::filesystem::path& file, int width, int height, bool cover)
{
    const auto content = read_file(file, kMaxSvg);
    if (!content) return nullptr;
    const std::unique_ptr<RsvgHandle, void (*)(void*)> handle(
        rsvg_handle_new_from_data(reinterpret_cast<const std::uint8_t*>(content->data()), content->size(), nullptr), g_object_unref);
    if (!handle) return nullptr;
    rsvg_handle_set_stylesheet(handle.get(), reinterpret_cast<const std::uint8_t*>("svg{color:#fff}"), 15, nullptr);
    const auto [own_width, own_height] = own_size(handle.get());

    SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    cairo_t* canvas = cairo_create(surface.get());
    const double across = width / own_width;
    const double down = height / own_height;
    const double scale = cover ? std::max(across, down) : std::min(across, down);
    const RsvgRectangle viewport{(width - own_width * scale) / 2, (height - own_height * scale) * kAnchor, own_width * scale, own_height * scale};
    rsvg_handle_render_document(handle.get(), canvas, &viewport, nullptr);
    cairo_destroy(canvas);
    return surface;
}

SurfaceHandle scaled(const Picture& picture, int width, int height)
{
    SurfaceHandle full(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
    cairo_surface_flush(full.get());
    auto* rows = cairo_image_surface_get_data(full.get());
    const int stride = cairo_image_surface_get_stride(full.get());
    for (int y = 0; y < picture.height; ++y) {
        auto* target = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        const auto* source = picture.rgba.data() + static_cast<std::ptrdiff_t>(y) * picture.width * 4;
        for (int x = 0; x < picture.width; ++x, source += 4) {
            const std::uint32_t alpha = source[3];
            const auto premultiplied = [&](std::uint32_t channel) { return channel * alpha / 255; };
            target[x] = alpha << 24 | premultiplied(source[0]) << 16 | premultiplied(source[1]) << 8 | premultiplied(source[2]);
        }
    }
    cairo_surface_mark_dirty(full.get());

    SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
    cairo_t* canvas = cairo_create(surface.get());
    const double scale = std::max(static_cast<double>(width) / picture.width, static_cast<double>(height) / picture.height);
    cairo_translate(canvas, (width - picture.width * scale) / 2, (height - picture.height * scale) * kAnchor);
    cairo_scale(canvas, scale, scale);
    cairo_set_source_surface(canvas, full.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(canvas), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(canvas), CAIRO_EXTEND_PAD);  // no fading edge
    cairo_paint(canvas);
    cairo_destroy(canvas);
    return surface;
}

std::size_t bytes_of(cairo_surface_t* surface)
{
    if (surface == nullptr) return 0;
    return static_cast<std::size_t>(cairo_image_surface_get_stride(surface)) * static_cast<std::size_t>(cairo_image_surface_get_height(surface));
}

}  // namespace

Images::Images(std::filesystem::path share, Loader loader) : share_(std::move(share)), loader_(std::move(loader))
{
    std::istringstream lines(read_file(share_ / "illustrations" / "themes.txt", kMaxThemes).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(':');
        if (line.starts_with('#') || colon == std::string::npos) continue;
        std::istringstream words(line.substr(colon + 1));
        drawings_.push_back({line.substr(0, colon), {std::istream_iterator<std::string>(words), {}}});
    }
}

void Images::develop_aside(std::function<void()> ready)
{
    darkroom_.emplace([this](const Print& print) { return made(print); }, std::move(ready));
}

std::vector<Print> Images::take_developed()
{
    std::vector<Print> prints;
    if (!darkroom_) return prints;
    for (auto& [print, surface] : darkroom_->take()) {
        keep(print, std::move(surface));
        prints.push_back(std::move(print));
    }
    return prints;
}

cairo_surface_t* Images::icon(const std::string& name, int side)
{
    auto [kept, fresh] = icons_.try_emplace({name, side});
    if (fresh) kept->second = render_svg(share_ / "icons" / (name + ".svg"), side, side, false);
    return kept->second.get();
}

cairo_surface_t* Images::picture(const Print& print)
{
    const auto found = kept_.find(print);
    if (found == kept_.end() && darkroom_) {
        darkroom_->want(print);
        return nullptr;
    }
    Kept& kept = found == kept_.end() ? keep(print, made(print)) : found->second;
    kept.used = ++uses_;
    return kept.surface.get();
}

SurfaceHandle Images::made(const Print& print) const
{
    const auto picture = print.key.empty() ? std::nullopt : loader_(print.key);
    return picture ? scaled(*picture, print.width, print.height) : render_svg(illustration(print.theme), print.width, print.height, true);
}

Images::Kept& Images::keep(const Print& print, SurfaceHandle surface)
{
    kept_bytes_ += bytes_of(surface.get());
    // What was not looked at for longest goes.
    while (kept_bytes_ > kMaxKept && !kept_.empty()) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
        kept_bytes_ -= bytes_of(oldest->second.surface.get());
        kept_.erase(oldest);
    }
    return kept_[print] = {std::move(surface), ++uses_};
}

std::filesystem::path Images::illustration(const std::string& theme) const
{
    const std::string wanted = ascii_lower(theme);
    const auto speaks_of_it = [&](const Drawing& drawing) {
        return std::any_of(drawing.words.begin(), drawing.words.end(), [&](const std::string& word) { return has_word(wanted, word); });
    };
    const auto drawing = std::find_if(drawings_.begin(), drawings_.end(), speaks_of_it);
    return share_ / "illustrations" / ((drawing == drawings_.end() ? "default" : drawing->name) + ".svg");
}

}  // namespace isoloir::ui
