#pragma once
// Staff mode and the journal brought together: carries out what staff mode asks for, records who did it, and tells it what
// came of it. No window, no drawing.

#include <functional>
#include <optional>

#include "terminal/app/languages.hpp"
#include "terminal/app/staff_door.hpp"
#include "terminal/devices/wifi.hpp"
#include "terminal/staff/step.hpp"
#include "terminal/ui/node.hpp"

namespace isoloir::app {

constexpr std::size_t kEventsPerPage = 8;

/// What staff mode reaches beside the journal.
struct StaffReach {
    std::function<staff::Part()> printer;
    std::function<staff::Part()> card_reader;
    std::function<void(ui::Node slip)> print;  // answered by StaffOffice::printed
    std::function<Status()> play_tone;
    std::function<void()> send_now;
    std::function<void()> reconfigured;  // the server may be another one now
    std::function<std::optional<std::chrono::minutes>()> since_sync;
    std::function<journal::Journal*()> practice;  // the journal of the practice that goes on, if one does
    std::function<Status()> begin_practice;
    std::function<void()> end_practice;
    std::function<Status()> shut_down;
    devices::Wifi wifi{};
    std::optional<std::filesystem::path> sticks{};  // instead of those that are mounted: a folder of them
    std::filesystem::path root{"/"};                // whose /sys, /run and mounts are read
};

class StaffOffice {
public:
    /// @param journal, clock, languages  lent; must outlive the office. The journal must be provisioned
    StaffOffice(journal::Journal& journal, const Clock& clock, Languages& languages, StaffReach reach);

    /// Somebody asks for staff mode.
    void open(const std::string& language);
    bool is_open() const { return state_.screen != staff::Screen::left; }
    const staff::State& state() const { return state_; }

    /// Takes one wish or answer, and carries out what follows from it.
    void take(const staff::Intent& intent);
    /// A slip came out of the printer, or did not.
    void printed(bool well);

private:
    std::optional<staff::Answer> carry_out(staff::Effect effect);
    staff::Figures figures() const;
    staff::Answer figures_after(ballot::EventKind done);
    Status note(ballot::EventKind kind);
    std::vector<std::filesystem::path> stick_paths() const;
    staff::Answer open_poll();
    staff::Answer close_poll();
    std::optional<staff::Answer> print_report();
    std::optional<staff::Answer> try_printer();
    std::optional<staff::Answer> play_tone();
    staff::Answer find_sticks() const;
    staff::Answer bring(staff::Way way);
    staff::Answer read_events();
    staff::Answer find_networks() const;
    staff::Answer join_network();
    staff::Answer begin_practice();
    staff::Answer end_practice();
    staff::Answer shut_down();

    journal::Journal& journal_;
    const Clock& clock_;
    Languages& languages_;
    StaffReach reach_;
    StaffDoor door_;
    staff::State state_;
};

}  // namespace isoloir::app
