#pragma once
// One step of staff mode; a member function for each intent, so that what an intent does on which screen stands in one
// place. The file that a group of them stands in is named above it.

#include "terminal/staff/step.hpp"

namespace isoloir::staff {

class Stepper {
public:
    Stepper(State state, Milliseconds now) : state_(std::move(state)), now_(now) { state_.now = now; }

    Step take(const Intent& intent);

private:
    bool on_screen(Screen screen) const { return state_.screen == screen; }
    bool is_open() const { return !on_screen(Screen::who) && !on_screen(Screen::unlock) && !on_screen(Screen::left); }
    void show_today() { show(Screen::today, Effect::refresh); }

    // step.cpp: from screen to screen
    void show(Screen screen, Effect effect = Effect::none);
    void leave();
    void on(const ChooseLanguage& choice);
    void on(const Visit& visit);
    void on(const Go&);
    void change_practice();
    void on(const Back&);
    void on(const Leave&);
    /// Whoever walks away from votes that nobody else has is told once more, and hears it.
    void go_away();
    void on(const ShowPage& turn);
    void on(const Counted& counted);
    void on(const EventsRead& read);
    void on(const PollOpened&);
    void on(const PollClosed&);
    void on(const Ended&);
    void on(const Failed& failed);
    void on(const Tick&);
    void pass_by();

    // unlocking.cpp: who is at the door
    void on(const ChooseMember& choice);
    void on(const UseToken&);
    void on(const Type& type);
    void on(const Erase&);
    void on(const Unlocked& unlocked);
    void on(const PinWrong&);

    // checking.cpp: touch, display, sound, printer, and what is printed
    void on(const Print&);
    void on(const Try& wanted);
    void on(const TouchCell& touch);
    void on(const Judge& verdict);
    void judge(Check check, Verdict verdict);
    void on(const Printed&);

    // carrying.cpp: sticks and networks
    void on(const SwitchLayer& choice);
    void on(const VisitSticks& visit);
    void on(const ChooseStick& choice);
    /// Begins at the next tick, so that the screen says so before the terminal is busy.
    void begin();
    void on(const LookAgain&);
    void on(const ChooseNetwork& choice);
    void on(const SendNow&);
    void on(const SticksFound& found);
    void on(const Exported& exported);
    void on(const Imported& imported);
    void finish(Progress progress);
    void on(const NetworksFound& found);
    void on(const Joined&);
    void begin_work();

    State state_;
    Milliseconds now_;
    Effect effect_{Effect::none};
};

}  // namespace isoloir::staff
