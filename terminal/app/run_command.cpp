#include "terminal/app/run_command.hpp"

#include <iostream>

#include "terminal/app/background_sync.hpp"
#include "terminal/app/kiosk.hpp"
#include "terminal/app/share.hpp"
#include "terminal/screens/intent.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/ui/paint.hpp"
#include "terminal/ui/view.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::milliseconds kTick{500};

/// One window with the booth in it: input to intents, states to pixels, drawn only when something changed.
class Booth {
public:
    Booth(Kiosk& kiosk, BackgroundSync& sync, const Clock& clock, platform::Window window, ui::TextEngine& text, ui::Images& images,
          std::map<std::string, locales::Catalogue>& languages)
        : kiosk_(kiosk), sync_(sync), clock_(clock), window_(std::move(window)), text_(text), images_(images), languages_(languages)
    {
    }

    void run()
    {
        show();
        for (;;) {
            const ui::Input input = window_.wait(kTick);
            sync_.attend();
            if (std::holds_alternative<ui::Quit>(input)) return;
            const bool changed = take(input);
            if (changed) show();
            else if (view_.focused() != drawn_focus_ || view_.pressed() != drawn_press_) draw();
        }
    }

private:
    bool take(const ui::Input& input)
    {
        if (std::holds_alternative<ui::Resize>(input)) return true;
        if (std::holds_alternative<ui::TimePassed>(input)) {
            const std::string before = screens::name_of(kiosk_.state());
            kiosk_.take(booth::Tick{});
            return screens::name_of(kiosk_.state()) != before;
        }
        if (const auto* typed = std::get_if<ui::Typed>(&input)) return pass(booth::Type{typed->character});
        if (const auto* key = std::get_if<ui::KeyPress>(&input)) {
            if (key->key == ui::Key::back) return pass(booth::Back{});
            if (key->key == ui::Key::erase) return pass(booth::Erase{});
        }
        const auto id = view_.take(input, clock_.steady());
        if (!id) return false;
        const auto intent = screens::intent_of(*id);
        return intent && pass(*intent);
    }

    bool pass(const booth::Intent& intent)
    {
        kiosk_.take(intent);
        return true;
    }

    void show()
    {
        const auto& state = kiosk_.state();
        const double px_per_mm = window_.px_per_mm();
        const double width_mm = window_.width() / px_per_mm;
        const double height_mm = window_.height() / px_per_mm;
        const double scale = screens::scale_of(state.session.comfort.text, width_mm, height_mm);
        // What was measured is kept by its words: at rest, nothing of the last voter's stays.
        const bool at_rest = state.screen == booth::Screen::attract;
        if (at_rest || px_per_mm != text_.metrics().px_per_mm || scale != text_.metrics().text_scale) text_.use({px_per_mm, scale});
        const screens::Context context{kiosk_.definition(), languages_.at(state.session.language), width_mm, height_mm, scale};
        const ui::Size size{static_cast<double>(window_.width()), static_cast<double>(window_.height())};
        view_.show(screens::name_of(state), screens::screen(state, context), size, text_, clock_.steady());
        draw();
    }

    void draw()
    {
        if (surface_.width() != window_.width() || surface_.height() != window_.height()) surface_ = ui::Surface(window_.width(), window_.height());
        drawn_focus_ = view_.focused();
        drawn_press_ = view_.pressed();
        ui::paint(view_.tree(), {text_, images_, screens::theme_of(kiosk_.state().session.comfort.contrast), drawn_focus_, drawn_press_}, surface_);
        window_.show(surface_);
    }

    Kiosk& kiosk_;
    BackgroundSync& sync_;
    const Clock& clock_;
    platform::Window window_;
    ui::TextEngine& text_;
    ui::Images& images_;
    std::map<std::string, locales::Catalogue>& languages_;
    ui::View view_;
    ui::Surface surface_{1, 1};
    std::string drawn_focus_;
    std::string drawn_press_;
};

}  // namespace

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

Status run(journal::Journal& journal, const Clock& clock, const std::filesystem::path& pictures, WindowSize size, platform::Display display)
{
    if (!journal.is_provisioned()) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    ISO_TRY(const auto text, ui::TextEngine::create(share_folder() / "fonts"));
    ui::Images images(share_folder(), pictures_in(pictures));
    std::map<std::string, locales::Catalogue> languages;
    for (const std::string& tag : journal.package().definition.languages) {
        ISO_TRY(auto language, locales::Catalogue::load(tag));
        languages.emplace(tag, std::move(language));
    }
    ISO_TRY(auto window, platform::Window::open("Isoloir", size.width, size.height, display));
    ISO_CHECK(journal.note_start(clock.hour()));
    Kiosk kiosk(journal, clock);
    BackgroundSync sync(journal, clock, [](const std::string& news) { std::cerr << "isoloir-terminal: " + news + "\n"; });
    Booth(kiosk, sync, clock, std::move(window), *text, images, languages).run();
    return {};
}

}  // namespace isoloir::app
