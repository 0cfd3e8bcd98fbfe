#include "terminal/staff/stepper.hpp"

namespace isoloir::staff {

void Stepper::on(const ChooseMember& choice)
{
    if (!on_screen(Screen::who) || choice.member >= state_.members.size()) return;
    state_.member = choice.member;
    show(Screen::unlock);
    if (state_.time_left() > Milliseconds{0}) state_.trouble = Trouble::locked;
}

void Stepper::on(const UseToken&)
{
    if (!on_screen(Screen::who) && !on_screen(Screen::unlock)) return;
    state_.typed.wipe();
    effect_ = Effect::check_token;
}

void Stepper::on(const Type& type)
{
    if (on_screen(Screen::unlock)) {
        const bool digit = type.key.size() == 1 && type.key[0] >= '0' && type.key[0] <= '9';
        if (digit && state_.typed.size() < kMaxPin && state_.time_left() == Milliseconds{0}) {
            state_.trouble = Trouble::none;
            state_.typed.append(type.key);
        }
    } else if (on_screen(Screen::wifi_password)) {
        state_.trouble = Trouble::none;
        state_.typed.append(type.key);
    }
}

void Stepper::on(const Erase&)
{
    state_.typed.erase_last();
}

void Stepper::on(const Unlocked& unlocked)
{
    if (!on_screen(Screen::who) && !on_screen(Screen::unlock)) return;
    state_.handle = unlocked.handle;
    for (Member& member : state_.members)
        if (member.name == unlocked.handle) member.failures = 0;
    show_today();
}

void Stepper::on(const PinWrong&)
{
    if (!on_screen(Screen::unlock) || state_.chosen_member() == nullptr) return;
    Member& member = state_.members[state_.member];
    ++member.failures;
    const auto wait = wait_after(member.failures);
    member.locked_until = now_ + wait;
    state_.typed.wipe();
    state_.trouble = wait > Milliseconds{0} ? Trouble::locked : Trouble::pin_wrong;
}

}  // namespace isoloir::staff
