#include "terminal/booth/stepper.hpp"

namespace isoloir::booth {

void Stepper::seal()
{
    effect_ = Effect::seal;
    show(Screen::sealing);
}

void Stepper::vote_afresh()
{
    state_.session.forget_sealed();
    show(Screen::review);
}

void Stepper::on(const CheckMachine&)
{
    if (!on_screen(Screen::confirm)) return;
    effect_ = Effect::spoil;
    show(Screen::casting);
}

void Stepper::on(const Sealed& sealed)
{
    if (!on_screen(Screen::sealing)) return;
    state_.session.tracker = sealed.tracker;
    show(Screen::confirm);
}

void Stepper::on(const Spoilt& spoilt)
{
    if (!on_screen(Screen::casting)) return;
    state_.session.challenge = spoilt.challenge;
    show(Screen::checked);
}

void Stepper::on(const CastDone& done)
{
    if (!on_screen(Screen::casting)) return;
    state_.session.forget_vote();
    state_.session.tracker = done.tracker;
    show(Screen::receipt);
}

void Stepper::on(const CastFailed& failed)
{
    if (on_screen(Screen::casting) || on_screen(Screen::sealing)) refuse(failed.why);
}

void Stepper::on(const Print&)
{
    if (!on_screen(Screen::receipt) || state_.printing == Printing::asked) return;
    state_.printing = Printing::asked;
    effect_ = Effect::print;
}

void Stepper::on(const Printed& printed)
{
    if (on_screen(Screen::receipt)) state_.printing = printed.well ? Printing::done : Printing::failed;
}

}  // namespace isoloir::booth
