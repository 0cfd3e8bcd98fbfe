#include "terminal/app/run_command.hpp"

#include <future>
#include <istream>
#include <ostream>

#include "shared/base/share.hpp"
#include "terminal/app/hall.hpp"
#include "terminal/app/power.hpp"
#include "terminal/app/share.hpp"

namespace isoloir::app {

std::istream& operator>>(std::istream& in, WindowSize& size)
{
    char by = 0;
    if (!(in >> size.width >> by >> size.height) || by != 'x' || size.width < 1024 || size.height < 600) in.setstate(std::ios::failbit);
    return in;
}

std::ostream& operator<<(std::ostream& out, const WindowSize& size)
{
    return out << size.width << 'x' << size.height;
}

Status run(const std::function<Result<journal::Journal>()>& open_journal, const Clock& clock, crypto::Random& random, const RunOptions& options)
{
    // The passphrase takes a tenth of a second to become a key: the window opens meanwhile, unseen until it is drawn.
    auto opening = std::async(std::launch::async, open_journal);
    ISO_TRY(auto window, platform::Window::open("Isoloir", options.window.width, options.window.height, options.display));
    ISO_TRY(const auto text, ui::TextEngine::create(share_folder() / "fonts"));
    ui::Images images(share_folder(), pictures_in(options.pictures));
    images.develop_aside(platform::wake);
    ISO_TRY(auto journal, opening.get());
    if (!journal.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    ISO_TRY(auto languages, Languages::load(journal.package().definition.languages));
    Stage stage(std::move(window), *text, images);
    Devices devices(clock, options.printer, *text, images);
    Hall hall(journal, clock, random, stage, devices, languages, [&options] { return options.appliance ? power_off() : Status{}; });
    hall.show();
    ISO_CHECK(journal.note_start(clock.hour()));
    while (!hall.is_over()) {
        const ui::Input input = stage.wait(hall.patience());
        if (std::holds_alternative<ui::Quit>(input)) return {};
        hall.take(input);
    }
    return {};
}

}  // namespace isoloir::app
