#include "terminal/app/staff_screens.hpp"

#include "terminal/app/hanging.hpp"
#include "terminal/screens/staff/gallery.hpp"
#include "terminal/screens/staff/screen.hpp"

namespace isoloir::app {
namespace {

const Hanging kHangings[] = {
    {"staff-1920x1080-fr", "fr", 1920, 1080, 4.0, {}}, {"staff-1080x1920-nl", "nl", 1080, 1920, 4.0, {}}, {"staff-1024x600-de", "de", 1024, 600, 3.0, {}}};

}  // namespace

Result<std::size_t> write_staff_screens(ui::TextEngine& text, ui::Images& images, const std::filesystem::path& folder, const std::string& only)
{
    std::size_t count = 0;
    for (const Hanging& hanging : kHangings) {
        if (!only.empty() && hanging.folder != only) continue;
        ISO_TRY(const auto words, locales::Catalogue::load(hanging.language));
        text.use({hanging.px_per_mm, screens::staff::kTextScale});
        for (const auto& exhibit : screens::staff::gallery(hanging.language)) {
            ISO_CHECK(hanging.write(screens::staff::screen(exhibit.state, {words, hanging.width_mm(), hanging.height_mm()}),
                                    {text, images, ui::clear_theme(), {}}, folder / hanging.folder / (exhibit.name + ".png")));
            ++count;
        }
    }
    return count;
}

}  // namespace isoloir::app
