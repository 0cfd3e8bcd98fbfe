#include "terminal/app/screens_command.hpp"

#include <iostream>

#include "shared/base/share.hpp"
#include "shared/election/election_file.hpp"
#include "terminal/app/hanging.hpp"
#include "terminal/app/staff_screens.hpp"
#include "terminal/platform/decode.hpp"
#include "terminal/screens/gallery.hpp"
#include "terminal/screens/screen.hpp"

namespace isoloir::app {
namespace {

booth::Comfort comfort(booth::TextSize text, booth::Contrast contrast, bool low_reach = false)
{
    booth::Comfort comfort;
    comfort.text = text;
    comfort.contrast = contrast;
    comfort.low_reach = low_reach;
    return comfort;
}

const std::vector<Hanging>& hangings()
{
    using booth::Contrast;
    using booth::TextSize;
    static const std::vector<Hanging> all{
        {"1920x1080-fr", "fr", 1920, 1080, 4.0, {}},
        {"1080x1920-de", "de", 1080, 1920, 4.0, {}},
        {"1024x600-nl", "nl", 1024, 600, 3.0, {}},
        {"3840x2160-en", "en", 3840, 2160, 8.0, {}},
        {"1920x1080-fr-small-white", "fr", 1920, 1080, 4.0, comfort(TextSize::small, Contrast::white)},
        {"1920x1080-en-largest-black", "en", 1920, 1080, 4.0, comfort(TextSize::largest, Contrast::black)},
        {"1080x1920-nl-large-soft", "nl", 1080, 1920, 4.0, comfort(TextSize::large, Contrast::soft)},
        {"1920x1080-fr-low", "fr", 1920, 1080, 4.0, comfort(TextSize::medium, Contrast::clear, true)},
        {"1080x1920-de-low", "de", 1080, 1920, 4.0, comfort(TextSize::medium, Contrast::clear, true)},
        {"1024x600-nl-low", "nl", 1024, 600, 3.0, comfort(TextSize::medium, Contrast::clear, true)},
    };
    return all;
}

ui::Images::Loader pictures_of(const election::ElectionFile& election)
{
    return [&election](const std::string& key) -> std::optional<ui::Picture> {
        for (const auto& [hash, content] : election.pictures)
            if (text_of(hash) == key) return platform::decode_picture(content);
        return std::nullopt;
    };
}

/// An afternoon in a hall.
constexpr screens::Surroundings kAfternoon{37, 12, true, true, false};

}  // namespace

Status write_screens(const std::filesystem::path& election_file, const std::filesystem::path& folder, const std::string& only)
{
    const auto file = election_file.empty() ? share_folder() / "demo" / "namur-2022.json" : election_file;
    ISO_TRY(const auto election, election::read_election_file(file));
    ISO_TRY(const auto text, ui::TextEngine::create(share_folder() / "fonts"));
    ui::Images images(share_folder(), pictures_of(election));
    std::size_t count = 0;
    for (const Hanging& hanging : hangings()) {
        if (!only.empty() && hanging.folder != only) continue;
        ISO_TRY(const auto words, locales::Catalogue::load(hanging.language));
        for (auto& exhibit : screens::gallery(election.definition, hanging.language)) {
            auto& comfort = exhibit.state.session.comfort;
            comfort.text = hanging.comfort.text;
            comfort.contrast = hanging.comfort.contrast;
            comfort.low_reach = hanging.comfort.low_reach;
            const double scale = screens::scale_of(comfort, hanging.width_mm(), hanging.height_mm());
            text->use({hanging.px_per_mm, scale});
            const screens::Context context{election.definition, words, hanging.width_mm(), hanging.height_mm(), scale, kAfternoon};
            ISO_CHECK(hanging.write(screens::screen(exhibit.state, context), {*text, images, screens::theme_of(comfort.contrast), {}},
                                    folder / hanging.folder / (exhibit.name + ".png")));
            ++count;
        }
    }
    ISO_TRY(const std::size_t staff, write_staff_screens(*text, images, folder, only));
    if (count + staff == 0) return fail(Errc::not_found, "no screens have this name; without --only all are written, each folder with its name", only);
    std::cout << count + staff << " screens written to " << folder.string() << ".\n";
    return {};
}

}  // namespace isoloir::app
