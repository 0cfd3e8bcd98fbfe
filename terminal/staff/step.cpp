#include "terminal/staff/step.hpp"

#include <algorithm>

namespace isoloir::staff {
namespace {

bool is_at_the_door(Screen screen)
{
    return screen == Screen::who || screen == Screen::unlock || screen == Screen::left;
}

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

/// One step; a member function for each intent, so that what an intent does on which screen stands in one place.
class Stepper {
public:
    Stepper(State state, Milliseconds now) : state_(std::move(state)), now_(now) { state_.now = now; }

    Step take(const Intent& intent)
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

private:
    bool on_screen(Screen screen) const { return state_.screen == screen; }
    bool is_open() const { return !is_at_the_door(state_.screen); }

    void show(Screen screen, Effect effect = Effect::none)
    {
        state_.screen = screen;
        state_.trouble = Trouble::none;
        state_.typed.wipe();
        state_.printed = false;
        state_.progress = Progress::idle;
        state_.deadline = now_ + (screen == Screen::cleaning ? kCleaningTime : screen == Screen::touch_test ? kTouchTestLimit : kIdleLimit);
        effect_ = effect;
    }

    void show_today() { show(Screen::today, Effect::refresh); }

    void leave()
    {
        const std::string language = state_.language;
        state_ = State{};  // names, figures and whatever was typed
        state_.language = language;
        state_.screen = Screen::left;
    }

    void on(const ChooseLanguage& choice) { state_.language = choice.tag; }

    void on(const ChooseMember& choice)
    {
        if (!on_screen(Screen::who) || choice.member >= state_.members.size()) return;
        state_.member = choice.member;
        show(Screen::unlock);
        if (state_.time_left() > Milliseconds{0}) state_.trouble = Trouble::locked;
    }

    void on(const UseToken&)
    {
        if (!on_screen(Screen::who) && !on_screen(Screen::unlock)) return;
        state_.typed.wipe();
        effect_ = Effect::check_token;
    }

    void on(const Type& type)
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

    void on(const Erase&) { state_.typed.erase_last(); }

    void on(const SwitchLayer& choice)
    {
        if (on_screen(Screen::wifi_password)) state_.layer = choice.layer;
    }

    void on(const Visit& visit)
    {
        if (!on_screen(Screen::today) || !is_on_the_menu(visit.screen, state_.figures)) return;
        switch (visit.screen) {
            case Screen::checks: state_.verdicts = {}; return show(Screen::checks, Effect::note_checks);
            case Screen::network: return show(Screen::network, Effect::find_networks);
            case Screen::events: state_.page = 0; return show(Screen::events, Effect::read_events);
            default: return show(visit.screen, Effect::refresh);
        }
    }

    void on(const VisitSticks& visit)
    {
        const bool from_here = on_screen(Screen::today) || on_screen(Screen::closed) || on_screen(Screen::left_behind);
        if (!from_here || state_.figures.practice) return;
        state_.way = visit.way;
        show(Screen::sticks, Effect::find_sticks);
    }

    void on(const Go&)
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

    void change_practice()
    {
        if (state_.figures.practice) effect_ = Effect::end_practice;
        else if (state_.figures.poll == Poll::open) state_.trouble = Trouble::poll_open;  // residents may be waiting to vote
        else effect_ = Effect::begin_practice;
    }

    void on(const Back&)
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

    void on(const Leave&)
    {
        if (on_screen(Screen::left_behind)) return leave();
        if (on_screen(Screen::today)) go_away();
    }

    /// Whoever walks away from votes that nobody else has is told once more, and hears it.
    void go_away()
    {
        if (!state_.figures.is_left_behind()) return leave();
        show(Screen::left_behind, Effect::play_tone);
    }

    void on(const Print&)
    {
        if (on_screen(Screen::open_poll) || on_screen(Screen::close_poll) || on_screen(Screen::closed)) effect_ = Effect::print_report;
    }

    void on(const ChooseStick& choice)
    {
        if (!on_screen(Screen::sticks) || choice.stick >= state_.sticks.size()) return;
        state_.stick = choice.stick;
        show(Screen::transfer);
        begin();
    }

    /// Begins at the next tick, so that the screen says so before the terminal is busy.
    void begin()
    {
        state_.trouble = Trouble::none;
        state_.progress = Progress::due;
    }

    void on(const LookAgain&)
    {
        if (on_screen(Screen::sticks)) effect_ = Effect::find_sticks;
        else if (on_screen(Screen::network) || on_screen(Screen::wifi)) effect_ = Effect::find_networks;
    }

    void on(const Try& wanted)
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

    void on(const TouchCell& touch)
    {
        if (!on_screen(Screen::touch_test) || touch.cell >= kCells) return;
        state_.touched.insert(touch.cell);
        if (state_.touched.size() == kCells) judge(Check::touch, Verdict::good);
    }

    void on(const Judge& verdict)
    {
        if (on_screen(Screen::ask_check)) judge(state_.check, verdict.good ? Verdict::good : Verdict::bad);
    }

    void judge(Check check, Verdict verdict)
    {
        state_.verdicts[static_cast<std::size_t>(check)] = verdict;
        show(Screen::checks, Effect::refresh);
    }

    void on(const ShowPage& turn)
    {
        if (!on_screen(Screen::events) || turn.page > state_.page + 1 || (turn.page > state_.page && !state_.more)) return;
        state_.page = turn.page;
        effect_ = Effect::read_events;
    }

    void on(const ChooseNetwork& choice)
    {
        if (on_screen(Screen::network) && state_.can_set_network) return show(Screen::wifi);
        if (!on_screen(Screen::wifi) || choice.network >= state_.wifi.size()) return;
        state_.network = choice.network;
        const auto& wanted = state_.wifi[choice.network];
        if (wanted.secured && !wanted.known) return show(Screen::wifi_password);
        begin();
    }

    void on(const SendNow&)
    {
        if (on_screen(Screen::network)) effect_ = Effect::send_now;
    }

    void on(const Unlocked& unlocked)
    {
        if (!on_screen(Screen::who) && !on_screen(Screen::unlock)) return;
        state_.handle = unlocked.handle;
        for (Member& member : state_.members)
            if (member.name == unlocked.handle) member.failures = 0;
        show_today();
    }

    void on(const PinWrong&)
    {
        if (!on_screen(Screen::unlock) || state_.chosen_member() == nullptr) return;
        Member& member = state_.members[state_.member];
        ++member.failures;
        const auto wait = wait_after(member.failures);
        member.locked_until = now_ + wait;
        state_.typed.wipe();
        state_.trouble = wait > Milliseconds{0} ? Trouble::locked : Trouble::pin_wrong;
    }

    void on(const Counted& counted)
    {
        if (!is_open()) return;
        state_.figures = counted.figures;
        state_.refresh_at = now_ + kRefresh;
    }

    void on(const SticksFound& found) { state_.sticks = found.sticks; }

    void on(const Exported& exported)
    {
        state_.exported = exported.records;
        finish(Progress::done);
    }

    void on(const Imported& imported)
    {
        state_.taken = imported.taken;
        finish(Progress::done);
    }

    void finish(Progress progress)
    {
        state_.progress = progress;
        state_.deadline = now_ + kIdleLimit;
    }

    void on(const EventsRead& read)
    {
        state_.events = read.events;
        state_.more = read.more;
    }

    void on(const NetworksFound& found)
    {
        state_.can_set_network = found.can_set;
        state_.wifi = found.wifi;
        effect_ = Effect::refresh;
    }

    void on(const PollOpened&)
    {
        if (on_screen(Screen::open_poll)) show(Screen::opened, Effect::refresh);
    }

    void on(const PollClosed&)
    {
        if (on_screen(Screen::confirm_close)) show(Screen::closed, Effect::refresh);
    }

    void on(const Printed&)
    {
        state_.printed = true;
        state_.trouble = Trouble::none;
    }

    void on(const Joined&)
    {
        if (on_screen(Screen::wifi) || on_screen(Screen::wifi_password)) show(Screen::network, Effect::find_networks);
    }

    void on(const Ended&) { leave(); }

    void on(const Failed& failed)
    {
        state_.trouble = failed.why;
        if (state_.progress == Progress::due) finish(Progress::failed);
        state_.typed.wipe();
    }

    void on(const Tick&)
    {
        if (on_screen(Screen::left)) return;
        if (state_.progress == Progress::due) return begin_work();
        if (now_ >= state_.deadline) return pass_by();
        // A stick that is put in or pulled out shows by itself.
        if (on_screen(Screen::sticks)) effect_ = Effect::find_sticks;
        else if (is_open() && now_ >= state_.refresh_at) effect_ = Effect::refresh;
    }

    void begin_work()
    {
        if (on_screen(Screen::transfer)) effect_ = state_.way == Way::out ? Effect::bring_out : Effect::bring_in;
        else effect_ = Effect::join_network;
    }

    void pass_by()
    {
        if (on_screen(Screen::cleaning)) return show_today();
        if (on_screen(Screen::touch_test)) return judge(Check::touch, Verdict::bad);
        leave();
    }

    State state_;
    Milliseconds now_;
    Effect effect_{Effect::none};
};

}  // namespace

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
