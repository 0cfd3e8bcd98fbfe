#include "terminal/app/staff_screens.hpp"

#include "terminal/screens/staff/gallery.hpp"
#include "terminal/screens/staff/screen.hpp"
#include "terminal/ui/layout.hpp"
#include "terminal/ui/paint.hpp"

namespace isoloir::app {
namespace {

struct Hanging {
    const char* folder;
    const char* language;
    int width, height;
    double px_per_mm;
};

constexpr Hanging kHangings[] = {
    {"staff-1920x1080-fr", "fr", 1920, 1080, 4.0}, {"staff-1080x1920-nl", "nl", 1080, 1920, 4.0}, {"staff-1024x600-de", "de", 1024, 600, 3.0}};

}  // namespace

Result<std::size_t> write_staff_screens(ui::TextEngine& text, ui::Images& images, const std::filesystem::path& folder)
{
    std::size_t count = 0;
    for (const Hanging& hanging : kHangings) {
        const auto below = folder / hanging.folder;
        std::error_code error;
        std::filesystem::create_directories(below, error);
        if (error) return fail(Errc::io, error.message(), below.string());
        ISO_TRY(const auto words, locales::Catalogue::load(hanging.language));
        text.use({hanging.px_per_mm, screens::staff::kTextScale});
        ui::Surface surface(hanging.width, hanging.height);
        for (const auto& exhibit : screens::staff::gallery(hanging.language)) {
            ui::Node tree = screens::staff::screen(exhibit.state, {words, hanging.width / hanging.px_per_mm, hanging.height / hanging.px_per_mm});
            ui::layout(tree, {static_cast<double>(hanging.width), static_cast<double>(hanging.height)}, text);
            ui::paint(tree, {text, images, ui::clear_theme(), {}}, surface);
            ISO_CHECK(surface.write_png(below / (exhibit.name + ".png")));
            ++count;
        }
    }
    return count;
}

}  // namespace isoloir::app
