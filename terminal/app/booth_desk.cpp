#include "terminal/app/booth_desk.hpp"

#include <algorithm>

#include "shared/election/date.hpp"
#include "terminal/screens/intent.hpp"
#include "terminal/screens/slip.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::milliseconds kTick{500};
constexpr std::chrono::milliseconds kRest{60'000};  // where nobody is there, but for the date

/// Days of the vote that are left, today included.
std::optional<int> days_left(const election::Definition& definition, std::chrono::sys_days today)
{
    for (const auto& phase : definition.phases) {
        if (phase.kind != election::PhaseKind::vote) continue;
        const auto from = election::day_of(phase.from);
        const auto until = election::day_of(phase.until);
        if (!from || !until || today < *from || today > *until) return std::nullopt;
        return static_cast<int>((*until - today).count()) + 1;
    }
    return std::nullopt;
}

bool types(booth::Screen screen)
{
    return screen == booth::Screen::identify || screen == booth::Screen::search;
}

}  // namespace

BoothDesk::BoothDesk(journal::Journal& journal, const Clock& clock, crypto::Random& random, Stage& stage, Devices& devices, Languages& languages, bool practice)
    : journal_(journal),
      clock_(clock),
      stage_(stage),
      devices_(devices),
      languages_(languages),
      practice_(practice),
      kiosk_(journal, clock, random, [this](const std::string& tracker) { devices_.print(screens::receipt_slip(tracker, context())); })
{
}

std::chrono::milliseconds BoothDesk::patience() const
{
    const auto& comfort = kiosk_.state().session.comfort;
    if (kiosk_.state().screen == booth::Screen::attract) return kRest;
    if (comfort.switches != booth::Switches::one) return kTick;
    const auto due = focus_moved_ + std::chrono::seconds(comfort.pace) - clock_.steady();
    return std::clamp(due, std::chrono::milliseconds{1}, kTick);
}

void BoothDesk::show()
{
    shown_ = clock_.steady();
    const auto& state = kiosk_.state();
    const auto& comfort = state.session.comfort;
    const auto seen = context();
    const std::string name = screens::name_of(state);
    stage_.show(name, screens::screen(state, seen), seen.text_scale, screens::theme_of(comfort.contrast), shown_, state.screen == booth::Screen::attract);
    if (comfort.blank) stage_.cover(screens::curtain(seen));
    guide_.show(name, stage_.view(), comfort, state.session.language, seen.words);
    stage_.draw();
}

bool BoothDesk::take(const ui::Input& input)
{
    const bool asked = ask_devices();
    const std::string focused = stage_.view().focused();
    staff_asked_ = false;
    const bool changed = handle(input) || asked;
    if (staff_asked_) return true;
    if (changed) {
        show();
        return false;
    }
    if (stage_.view().focused() != focused) {
        const auto& language = kiosk_.state().session.language;
        guide_.focus(stage_.view(), language, languages_.at(language));
    }
    stage_.draw();
    return false;
}

bool BoothDesk::handle(const ui::Input& input)
{
    if (std::holds_alternative<ui::Resize>(input)) {
        stage_.draw(true);
        return true;
    }
    if (std::holds_alternative<ui::TimePassed>(input)) return handle_tick();
    if (const auto* typed = std::get_if<ui::Typed>(&input)) {
        scan_.typed(typed->character, clock_.steady());
        return types(kiosk_.state().screen) && wish(booth::Type{typed->character});
    }
    if (const auto* key = std::get_if<ui::KeyPress>(&input)) return handle_key(key->key);
    // What nobody sees, no finger touches by accident.
    if (kiosk_.state().session.comfort.blank) return false;
    return activate(stage_.take(input, clock_.steady()));
}

bool BoothDesk::handle_tick()
{
    const auto& comfort = kiosk_.state().session.comfort;
    const auto now = clock_.steady();
    if (comfort.switches == booth::Switches::one && !guide_.is_speaking() && now - focus_moved_ >= std::chrono::seconds(comfort.pace))
        move_focus(ui::Key::next);
    if (guide_.is_speaking()) return false;
    const std::string before = screens::name_of(kiosk_.state());
    kiosk_.take(booth::Tick{});
    const bool rested = kiosk_.state().screen == booth::Screen::attract && now - shown_ >= kRest;  // days pass
    return rested || screens::name_of(kiosk_.state()) != before;
}

void BoothDesk::move_focus(ui::Key key)
{
    stage_.take(ui::KeyPress{key}, clock_.steady());
    focus_moved_ = clock_.steady();
}

bool BoothDesk::handle_key(ui::Key key)
{
    using booth::Change;
    using booth::Setting;
    const auto& state = kiosk_.state();
    // Whoever comes with keys may see nothing: the booth begins to speak.
    if (state.screen == booth::Screen::attract && key != ui::Key::erase) {
        if (key == ui::Key::choose && scan_.entered(clock_.steady())) return false;
        return wish(booth::Listen{});
    }
    switch (key) {
        case ui::Key::back: return wish(booth::Back{});
        case ui::Key::erase: return types(state.screen) && wish(booth::Erase{});
        case ui::Key::help: return wish(booth::OpenHelp{});
        case ui::Key::repeat: guide_.repeat(); return false;
        case ui::Key::speech: return wish(Change{Setting::speech, 1});
        case ui::Key::blank: return wish(Change{Setting::blank, 1});
        case ui::Key::louder: return wish(Change{Setting::volume, 1});
        case ui::Key::quieter: return wish(Change{Setting::volume, -1});
        case ui::Key::faster: return wish(Change{Setting::rate, 1});
        case ui::Key::slower: return wish(Change{Setting::rate, -1});
        case ui::Key::choose: return handle_enter();
        case ui::Key::space:
            if (state.session.comfort.switches == booth::Switches::two) move_focus(ui::Key::next);
            else return activate(stage_.take(ui::KeyPress{key}, clock_.steady()));
            return false;
        case ui::Key::next:
        case ui::Key::previous: move_focus(key); return false;
    }
    return false;
}

bool BoothDesk::handle_enter()
{
    if (const auto card = scan_.entered(clock_.steady())) return wish(booth::Scanned{*card});
    // Whoever has typed goes on by Enter.
    if (types(kiosk_.state().screen) && stage_.view().focused().empty()) return wish(booth::Go{});
    return activate(stage_.take(ui::KeyPress{ui::Key::choose}, clock_.steady()));
}

bool BoothDesk::activate(const std::optional<std::string>& id)
{
    if (!id) return false;
    focus_moved_ = clock_.steady();
    if (*id == "staff") staff_asked_ = true;
    const auto wanted = screens::intent_of(*id);
    return wanted && wish(*wanted);
}

bool BoothDesk::wish(const booth::Wish& wish)
{
    kiosk_.take(wish);
    return true;
}

bool BoothDesk::ask_devices()
{
    const bool had_reader = devices_.has_card_reader();
    const auto answers = devices_.poll();
    for (const auto& answer : answers) kiosk_.take(answer);
    return !answers.empty() || had_reader != devices_.has_card_reader();
}

screens::Surroundings BoothDesk::surroundings() const
{
    screens::Surroundings around;
    around.ballots = static_cast<std::size_t>(journal_.ballots());
    around.days_left = days_left(kiosk_.definition(), std::chrono::floor<std::chrono::days>(clock_.now()));
    around.card_reader = devices_.has_card_reader();
    around.printer = devices_.has_printer();
    around.practice = practice_;
    return around;
}

screens::Context BoothDesk::context()
{
    const auto& session = kiosk_.state().session;
    const double width_mm = stage_.width_mm();
    const double height_mm = stage_.height_mm();
    return {kiosk_.definition(), languages_.at(session.language), width_mm, height_mm, screens::scale_of(session.comfort, width_mm, height_mm), surroundings()};
}

}  // namespace isoloir::app
