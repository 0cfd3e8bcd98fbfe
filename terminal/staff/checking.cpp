#include "terminal/staff/stepper.hpp"

namespace isoloir::staff {

void Stepper::on(const Print&)
{
    if (on_screen(Screen::open_poll) || on_screen(Screen::close_poll) || on_screen(Screen::closed)) effect_ = Effect::print_report;
}

void Stepper::on(const Try& wanted)
{
    if (!on_screen(Screen::checks) && !(on_screen(Screen::ask_check) && state_.check == wanted.check)) return;
    state_.check = wanted.check;
    switch (wanted.check) {
        case Check::touch: state_.touched.clear(); return show(Screen::touch_test);
        case Check::display: return show(Screen::ask_check);
        case Check::sound: return show(Screen::ask_check, Effect::play_tone);
        case Check::printer: return show(Screen::ask_check, Effect::try_printer);
    }
}

void Stepper::on(const TouchCell& touch)
{
    if (!on_screen(Screen::touch_test) || touch.cell >= kCells) return;
    state_.touched.insert(touch.cell);
    if (state_.touched.size() == kCells) judge(Check::touch, Verdict::good);
}

void Stepper::on(const Judge& verdict)
{
    if (on_screen(Screen::ask_check)) judge(state_.check, verdict.good ? Verdict::good : Verdict::bad);
}

void Stepper::judge(Check check, Verdict verdict)
{
    state_.verdicts[static_cast<std::size_t>(check)] = verdict;
    show(Screen::checks, Effect::refresh);
}

void Stepper::on(const Printed&)
{
    state_.printed = true;
    state_.trouble = Trouble::none;
}

}  // namespace isoloir::staff
