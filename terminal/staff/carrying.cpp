#include "terminal/staff/stepper.hpp"

namespace isoloir::staff {

void Stepper::on(const SwitchLayer& choice)
{
    if (on_screen(Screen::wifi_password)) state_.layer = choice.layer;
}

void Stepper::on(const VisitSticks& visit)
{
    const bool from_here = on_screen(Screen::today) || on_screen(Screen::closed) || on_screen(Screen::left_behind);
    if (!from_here || state_.figures.practice) return;
    state_.way = visit.way;
    show(Screen::sticks, Effect::find_sticks);
}

void Stepper::on(const ChooseStick& choice)
{
    if (!on_screen(Screen::sticks) || choice.stick >= state_.sticks.size()) return;
    state_.stick = choice.stick;
    show(Screen::transfer);
    begin();
}

void Stepper::begin()
{
    state_.trouble = Trouble::none;
    state_.progress = Progress::due;
}

void Stepper::on(const LookAgain&)
{
    if (on_screen(Screen::sticks)) effect_ = Effect::find_sticks;
    else if (on_screen(Screen::network) || on_screen(Screen::wifi)) effect_ = Effect::find_networks;
}

void Stepper::on(const ChooseNetwork& choice)
{
    if (on_screen(Screen::network) && state_.can_set_network) return show(Screen::wifi);
    if (!on_screen(Screen::wifi) || choice.network >= state_.wifi.size()) return;
    state_.network = choice.network;
    const auto& wanted = state_.wifi[choice.network];
    if (wanted.secured && !wanted.known) return show(Screen::wifi_password);
    begin();
}

void Stepper::on(const SendNow&)
{
    if (on_screen(Screen::network)) effect_ = Effect::send_now;
}

void Stepper::on(const SticksFound& found)
{
    state_.sticks = found.sticks;
}

void Stepper::on(const Exported& exported)
{
    state_.exported = exported.records;
    finish(Progress::done);
}

void Stepper::on(const Imported& imported)
{
    state_.taken = imported.taken;
    finish(Progress::done);
}

void Stepper::finish(Progress progress)
{
    state_.progress = progress;
    state_.deadline = now_ + kIdleLimit;
}

void Stepper::on(const NetworksFound& found)
{
    state_.can_set_network = found.can_set;
    state_.wifi = found.wifi;
    effect_ = Effect::refresh;
}

void Stepper::on(const Joined&)
{
    if (on_screen(Screen::wifi) || on_screen(Screen::wifi_password)) show(Screen::network, Effect::find_networks);
}

void Stepper::begin_work()
{
    if (on_screen(Screen::transfer)) effect_ = state_.way == Way::out ? Effect::bring_out : Effect::bring_in;
    else effect_ = Effect::join_network;
}

}  // namespace isoloir::staff
