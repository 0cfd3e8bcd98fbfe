#include "terminal/staff/stepper.hpp"

#include <algorithm>

namespace isoloir::staff {
namespace {

/// Where the menu of the day leads; everything else is reached from there.
bool is_on_the_menu(Screen screen, const Figures& figures)
{
    switch (screen) {
        case Screen::open_poll: return figures.poll == Poll::not_opened && !figures.practice;
        case Screen::close_poll: return figures.poll == Poll::open && !figures.practice;
        case Screen::closed: return figures.poll == Poll::closed && !figures.practice;
        case Screen::network:
        case Screen::events:
        case Screen::shut_down: return !figures.practice;
        case Screen::checks:
        case Screen::clean:
        case Screen::practice: return true;
        default: return false;
    }
}

}  // namespace

Step Stepper::take(const Intent& intent)
{
    if (const auto* wish = std::get_if<Wish>(&intent)) {
        // A cloth is no finger; and what is being written is not to be touched.
        if (on_screen(Screen::cleaning) || on_screen(Screen::left) || state_.progress == Progress::due) return {std::move(state_), Effect::none};
        state_.deadline = now_ + (on_screen(Screen::touch_test) ? kTouchTestLimit : kIdleLimit);
        std::visit([this](const auto& wanted) { on(wanted); }, *wish);
    } else {
        std::visit([this](const auto& answer) { on(answer); }, std::get<Answer>(intent));
    }
    return {std::move(state_), effect_};
}

void Stepper::show(Screen screen, Effect effect)
{
    state_.screen = screen;
    state_.trouble = Trouble::none;
    state_.typed.wipe();
    state_.printed = false;
    state_.progress = Progress::idle;
    state_.deadline = now_ + (screen == Screen::cleaning ? kCleaningTime : screen == Screen::touch_test ? kTouchTestLimit : kIdleLimit);
    effect_ = effect;
}

void Stepper::leave()
{
    const std::string language = state_.language;
    state_ = State{};  // names, figures and whatever was typed
    state_.language = language;
    state_.screen = Screen::left;
}

void Stepper::on(const ChooseLanguage& choice)
{
    state_.language = choice.tag;
}

void Stepper::on(const Visit& visit)
{
    if (!on_screen(Screen::today) || !is_on_the_menu(visit.screen, state_.figures)) return;
    switch (visit.screen) {
        case Screen::checks: state_.verdicts = {}; return show(Screen::checks, Effect::note_checks);
        case Screen::network: return show(Screen::network, Effect::find_networks);
        case Screen::events: state_.page = 0; return show(Screen::events, Effect::read_events);
        default: return show(visit.screen, Effect::refresh);
    }
}

void Stepper::on(const Go&)
{
    switch (state_.screen) {
        case Screen::unlock:
            if (state_.time_left() > Milliseconds{0} || state_.typed.size() < kMinPin) return;
            effect_ = Effect::check_pin;
            return;
        case Screen::open_poll: effect_ = Effect::open_poll; return;
        case Screen::close_poll: return show(Screen::confirm_close, Effect::refresh);
        case Screen::confirm_close: effect_ = Effect::close_poll; return;
        case Screen::opened: return leave();
        case Screen::transfer:
            if (state_.progress == Progress::failed) return show(Screen::sticks, Effect::find_sticks);
            return show_today();
        case Screen::wifi_password:
            if (state_.typed.size() < 8) return;  // WPA knows no shorter one
            return begin();
        case Screen::clean: return show(Screen::cleaning, Effect::note_cleaning);
        case Screen::practice: return change_practice();
        case Screen::shut_down: effect_ = Effect::shut_down; return;
        case Screen::closed:
        case Screen::checks:
        case Screen::network:
        case Screen::events: return show_today();
        default: return;
    }
}

void Stepper::change_practice()
{
    if (state_.figures.practice) effect_ = Effect::end_practice;
    else if (state_.figures.poll == Poll::open) state_.trouble = Trouble::poll_open;  // residents may be waiting to vote
    else effect_ = Effect::begin_practice;
}

void Stepper::on(const Back&)
{
    switch (state_.screen) {
        case Screen::who: return leave();
        case Screen::unlock: return state_.members.size() == 1 ? leave() : show(Screen::who);
        case Screen::today: return go_away();
        case Screen::confirm_close: return show(Screen::close_poll, Effect::refresh);
        case Screen::transfer: return show(Screen::sticks, Effect::find_sticks);
        case Screen::touch_test: return judge(Check::touch, Verdict::bad);
        case Screen::ask_check: return show(Screen::checks, Effect::refresh);
        case Screen::wifi: return show(Screen::network, Effect::find_networks);
        case Screen::wifi_password: return show(Screen::wifi, Effect::find_networks);
        default:
            if (is_open()) show_today();
    }
}

void Stepper::on(const Leave&)
{
    if (on_screen(Screen::left_behind)) return leave();
    if (on_screen(Screen::today)) go_away();
}

void Stepper::go_away()
{
    if (!state_.figures.is_left_behind()) return leave();
    show(Screen::left_behind, Effect::play_tone);
}

void Stepper::on(const ShowPage& turn)
{
    if (!on_screen(Screen::events) || turn.page > state_.page + 1 || (turn.page > state_.page && !state_.more)) return;
    state_.page = turn.page;
    effect_ = Effect::read_events;
}

void Stepper::on(const Counted& counted)
{
    if (!is_open()) return;
    state_.figures = counted.figures;
    state_.refresh_at = now_ + kRefresh;
}

void Stepper::on(const EventsRead& read)
{
    state_.events = read.events;
    state_.more = read.more;
}

void Stepper::on(const PollOpened&)
{
    if (on_screen(Screen::open_poll)) show(Screen::opened, Effect::refresh);
}

void Stepper::on(const PollClosed&)
{
    if (on_screen(Screen::confirm_close)) show(Screen::closed, Effect::refresh);
}

void Stepper::on(const Ended&)
{
    leave();
}

void Stepper::on(const Failed& failed)
{
    state_.trouble = failed.why;
    if (state_.progress == Progress::due) finish(Progress::failed);
    state_.typed.wipe();
}

void Stepper::on(const Tick&)
{
    if (on_screen(Screen::left)) return;
    if (state_.progress == Progress::due) return begin_work();
    if (now_ >= state_.deadline) return pass_by();
    // A stick that is put in or pulled out shows by itself.
    if (on_screen(Screen::sticks)) effect_ = Effect::find_sticks;
    else if (is_open() && now_ >= state_.refresh_at) effect_ = Effect::refresh;
}

void Stepper::pass_by()
{
    if (on_screen(Screen::cleaning)) return show_today();
    if (on_screen(Screen::touch_test)) return judge(Check::touch, Verdict::bad);
    leave();
}

Milliseconds State::time_left() const
{
    const Member* who = screen == Screen::unlock ? chosen_member() : nullptr;
    const Milliseconds until = screen == Screen::cleaning ? deadline : who != nullptr ? who->locked_until : now;
    return std::max(until - now, Milliseconds{0});
}

State at_the_door(std::string language, std::vector<Member> members, bool practice, Milliseconds now)
{
    State state;
    state.language = std::move(language);
    state.members = std::move(members);
    state.screen = state.members.size() == 1 ? Screen::unlock : Screen::who;
    state.figures.practice = practice;
    state.now = now;
    state.deadline = now + kIdleLimit;
    if (state.screen == Screen::unlock && state.time_left() > Milliseconds{0}) state.trouble = Trouble::locked;
    return state;
}

Step step(State state, const Intent& intent, Milliseconds now)
{
    return Stepper(std::move(state), now).take(intent);
}

}  // namespace isoloir::staff
