#include "terminal/app/staff_desk.hpp"

#include "terminal/screens/staff/intent.hpp"
#include "terminal/screens/staff/screen.hpp"

namespace isoloir::app {

using staff::Screen;

namespace {

constexpr std::chrono::milliseconds kTick{500};

}  // namespace

StaffDesk::StaffDesk(StaffOffice& office, const Clock& clock, Stage& stage, Devices& devices, Languages& languages,
                     std::function<void(const booth::Answer&)> pass_on)
    : office_(office), clock_(clock), stage_(stage), devices_(devices), languages_(languages), pass_on_(std::move(pass_on))
{
}

std::chrono::milliseconds StaffDesk::patience() const
{
    // What is to be done once the screen has said so is done at once.
    return office_.state().progress == staff::Progress::due ? std::chrono::milliseconds{1} : kTick;
}

void StaffDesk::show()
{
    const auto& state = office_.state();
    const screens::staff::Context context{languages_.at(state.language), stage_.width_mm(), stage_.height_mm()};
    stage_.show(screens::staff::name_of(state), screens::staff::screen(state, context), screens::staff::kTextScale, ui::clear_theme(), clock_.steady(), false);
    stage_.draw();
}

void StaffDesk::take(const ui::Input& input)
{
    ask_devices();
    if (std::holds_alternative<ui::Resize>(input)) stage_.draw(true);
    else handle(input);
    if (office_.is_open()) show();
}

void StaffDesk::handle(const ui::Input& input)
{
    if (std::holds_alternative<ui::TimePassed>(input)) return office_.take(staff::Tick{});
    if (const auto* typed = std::get_if<ui::Typed>(&input)) return office_.take(staff::Type{typed->character});
    if (const auto* key = std::get_if<ui::KeyPress>(&input)) return handle_key(key->key);
    activate(stage_.take(input, clock_.steady()));
}

void StaffDesk::handle_key(ui::Key key)
{
    const auto screen = office_.state().screen;
    const bool types = screen == Screen::unlock || screen == Screen::wifi_password;
    if (key == ui::Key::back) return office_.take(staff::Back{});
    if (key == ui::Key::erase) return office_.take(staff::Erase{});
    // Whoever has typed goes on by Enter; a space is a character of a password, and comes as one.
    if (types && key == ui::Key::choose && stage_.view().focused().empty()) return office_.take(staff::Go{});
    if (screen == Screen::wifi_password && key == ui::Key::space) return;
    activate(stage_.take(ui::KeyPress{key}, clock_.steady()));
}

void StaffDesk::activate(const std::optional<std::string>& id)
{
    if (!id) return;
    if (const auto wanted = screens::staff::intent_of(*id)) office_.take(*wanted);
}

void StaffDesk::ask_devices()
{
    for (const auto& answer : devices_.poll()) {
        if (const auto* printed = std::get_if<booth::Printed>(&answer)) office_.printed(printed->well);
        else pass_on_(answer);
    }
}

}  // namespace isoloir::app
