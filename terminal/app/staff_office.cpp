#include "terminal/app/staff_office.hpp"

#include "terminal/app/staff_figures.hpp"
#include "terminal/app/staff_sticks.hpp"
#include "terminal/devices/sticks.hpp"
#include "terminal/journal/staff_log.hpp"
#include "terminal/screens/staff/report.hpp"

namespace isoloir::app {

using ballot::EventKind;
using staff::Effect;
using staff::Failed;
using staff::Trouble;

StaffOffice::StaffOffice(journal::Journal& journal, const Clock& clock, Languages& languages, StaffReach reach)
    : journal_(journal), clock_(clock), languages_(languages), reach_(std::move(reach)), door_(journal, clock)
{
    state_.screen = staff::Screen::left;
}

void StaffOffice::open(const std::string& language)
{
    state_ = staff::at_the_door(language, door_.members(), reach_.practice() != nullptr, clock_.steady());
}

void StaffOffice::take(const staff::Intent& intent)
{
    std::optional<staff::Intent> next = intent;
    while (next) {
        auto step = staff::step(std::move(state_), *next, clock_.steady());
        state_ = std::move(step.state);
        next.reset();
        if (auto answer = carry_out(step.effect)) next = *std::move(answer);
    }
}

void StaffOffice::printed(bool well)
{
    if (!is_open()) return;
    if (well) take(staff::Printed{});
    else take(Failed{Trouble::not_printed});
}

std::optional<staff::Answer> StaffOffice::carry_out(Effect effect)
{
    switch (effect) {
        case Effect::none: break;
        case Effect::check_pin: return door_.check_pin(state_.chosen_member()->name, state_.typed.text());
        case Effect::check_token: return door_.check_token(stick_paths());
        case Effect::refresh: return staff::Counted{figures()};
        case Effect::open_poll: return open_poll();
        case Effect::close_poll: return close_poll();
        case Effect::print_report: return print_report();
        case Effect::try_printer: return try_printer();
        case Effect::play_tone: return play_tone();
        case Effect::find_sticks: return find_sticks();
        case Effect::bring_out: return bring(staff::Way::out);
        case Effect::bring_in: return bring(staff::Way::in);
        case Effect::note_checks: return figures_after(EventKind::diagnostics_run);
        case Effect::read_events: return read_events();
        case Effect::find_networks: return find_networks();
        case Effect::join_network: return join_network();
        case Effect::send_now: reach_.send_now(); return staff::Counted{figures()};
        case Effect::note_cleaning: return figures_after(EventKind::cleaned);
        case Effect::begin_practice: return begin_practice();
        case Effect::end_practice: return end_practice();
        case Effect::shut_down: return shut_down();
    }
    return std::nullopt;
}

staff::Figures StaffOffice::figures() const
{
    auto figures = figures_of(journal_, reach_.practice(), clock_, state_.language);
    read_machine(figures.machine, journal_, clock_, reach_.root);
    figures.machine.printer = reach_.printer();
    figures.machine.card_reader = reach_.card_reader();
    if (const auto since = reach_.since_sync()) figures.minutes_since_sync = static_cast<std::uint64_t>(since->count());
    return figures;
}

Status StaffOffice::note(EventKind kind)
{
    return journal::StaffLog(journal_).note(kind, state_.handle, clock_.hour());
}

staff::Answer StaffOffice::figures_after(EventKind done)
{
    if (!note(done)) return Failed{Trouble::not_done};
    return staff::Counted{figures()};
}

std::vector<std::filesystem::path> StaffOffice::stick_paths() const
{
    std::vector<std::filesystem::path> paths;
    for (const auto& stick : devices::find_sticks(reach_.sticks, reach_.root)) paths.push_back(stick.path);
    return paths;
}

staff::Answer StaffOffice::open_poll()
{
    const auto& package = journal_.package();
    if (package.definition.eligibility.roll) {
        const auto known = journal_.voters().knows_roll();
        if (!known || !*known) return Failed{Trouble::roll_missing};
    }
    if (!journal_.open_poll(clock_.hour(), state_.handle)) return Failed{Trouble::not_done};
    return staff::PollOpened{};
}

staff::Answer StaffOffice::close_poll()
{
    if (!journal_.close_poll(clock_.hour(), state_.handle)) return Failed{Trouble::not_done};
    reach_.send_now();
    return staff::PollClosed{};
}

std::optional<staff::Answer> StaffOffice::print_report()
{
    if (reach_.printer() == staff::Part::absent) return Failed{Trouble::no_printer};
    if (!note(EventKind::report_printed)) return Failed{Trouble::not_done};
    // As it stands now: with the record of this print, whose hash is the chain's head.
    state_.figures = figures();
    reach_.print(screens::staff::report_slip(state_.figures, languages_.at(state_.language)));
    return std::nullopt;
}

std::optional<staff::Answer> StaffOffice::try_printer()
{
    if (reach_.printer() == staff::Part::absent) return Failed{Trouble::no_printer};
    reach_.print(screens::staff::trial_slip(state_.figures, languages_.at(state_.language)));
    return std::nullopt;
}

std::optional<staff::Answer> StaffOffice::play_tone()
{
    // Whoever leaves is warned on the screen as well.
    if (!reach_.play_tone() && state_.screen == staff::Screen::ask_check) return Failed{Trouble::no_sound};
    return std::nullopt;
}

staff::Answer StaffOffice::find_sticks() const
{
    staff::SticksFound found;
    for (const auto& stick : devices::find_sticks(reach_.sticks, reach_.root)) found.sticks.push_back({stick.name, stick.path.string(), stick.free_mb});
    return found;
}

staff::Answer StaffOffice::bring(staff::Way way)
{
    const auto& stick = state_.sticks[state_.stick].path;
    auto answer = way == staff::Way::out ? bring_out(journal_, stick, state_.handle, clock_.hour()) : bring_in(journal_, stick, state_.handle, clock_.hour());
    const auto* taken = std::get_if<staff::Imported>(&answer);
    if (taken != nullptr && taken->taken.configuration) reach_.reconfigured();
    state_.figures = figures();
    return answer;
}

staff::Answer StaffOffice::read_events()
{
    auto lines = event_lines(journal_, state_.page * kEventsPerPage, kEventsPerPage + 1);
    if (!lines) return Failed{Trouble::not_done};
    const bool more = lines->size() > kEventsPerPage;
    if (more) lines->pop_back();
    return staff::EventsRead{*std::move(lines), more};
}

staff::Answer StaffOffice::find_networks() const
{
    staff::NetworksFound found;
    found.can_set = reach_.wifi.can_be_set();
    if (!found.can_set) return found;
    for (const auto& wifi : reach_.wifi.networks()) found.wifi.push_back({wifi.name, wifi.strength, wifi.secured, wifi.known});
    return found;
}

staff::Answer StaffOffice::join_network()
{
    if (state_.network >= state_.wifi.size()) return Failed{Trouble::not_connected};
    if (!reach_.wifi.join(state_.wifi[state_.network].name, state_.typed.text())) return Failed{Trouble::not_connected};
    if (!note(EventKind::settings_changed)) return Failed{Trouble::not_done};
    reach_.send_now();
    return staff::Joined{};
}

staff::Answer StaffOffice::begin_practice()
{
    if (!note(EventKind::test_begun)) return Failed{Trouble::not_done};
    if (reach_.begin_practice()) return staff::Ended{};
    (void)note(EventKind::test_ended);
    return Failed{Trouble::not_done};
}

staff::Answer StaffOffice::end_practice()
{
    reach_.end_practice();
    if (!note(EventKind::test_ended)) return Failed{Trouble::not_done};
    return staff::Ended{};
}

staff::Answer StaffOffice::shut_down()
{
    if (!note(EventKind::shut_down)) return Failed{Trouble::not_done};
    if (!reach_.shut_down()) return Failed{Trouble::not_done};
    return staff::Ended{};
}

}  // namespace isoloir::app
