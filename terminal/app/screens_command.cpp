#include "terminal/app/screens_command.hpp"

#include <iostream>

#include "terminal/app/share.hpp"
#include "terminal/screens/gallery.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/ui/layout.hpp"
#include "terminal/ui/paint.hpp"

namespace isoloir::app {
namespace {

struct Hanging {
    const char* suffix;
    const char* language;
    int width, height;
    booth::Comfort comfort;
};

constexpr Hanging kHangings[] = {
    {"", "fr", 1920, 1080, {}},
    {"-nl", "nl", 1920, 1080, {}},
    {"-portrait-de", "de", 1080, 1920, {}},
    {"-large-black-en", "en", 1920, 1080, {booth::TextSize::largest, booth::Contrast::black}},
    {"-small-1024x600", "fr", 1024, 600, {booth::TextSize::small, booth::Contrast::clear}},
};

}  // namespace

Status write_screens(const election::Definition& definition, const std::filesystem::path& pictures, const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(Errc::io, error.message(), folder.string());
    ISO_TRY(const auto text, ui::TextEngine::create(share_folder() / "fonts"));
    ui::Images images(share_folder(), pictures_in(pictures));
    std::size_t count = 0;
    for (const Hanging& hanging : kHangings) {
        ISO_TRY(const auto words, locales::Catalogue::load(hanging.language));
        const double px_per_mm = hanging.height == 600 ? 3.0 : 4.0;
        const double width_mm = hanging.width / px_per_mm;
        const double height_mm = hanging.height / px_per_mm;
        const double scale = screens::scale_of(hanging.comfort.text, width_mm, height_mm);
        text->use({px_per_mm, scale});
        const screens::Context context{definition, words, width_mm, height_mm, scale};
        ui::Surface surface(hanging.width, hanging.height);
        for (auto& exhibit : screens::gallery(definition, hanging.language)) {
            exhibit.state.session.comfort = hanging.comfort;
            ui::Node tree = screens::screen(exhibit.state, context);
            ui::layout(tree, {static_cast<double>(hanging.width), static_cast<double>(hanging.height)}, *text);
            ui::paint(tree, {*text, images, screens::theme_of(hanging.comfort.contrast), {}, {}}, surface);
            ISO_CHECK(surface.write_png(folder / (exhibit.name + hanging.suffix + ".png")));
            ++count;
        }
    }
    std::cout << count << " screens written to " << folder.string() << ".\n";
    return {};
}

}  // namespace isoloir::app
