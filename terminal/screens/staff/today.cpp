#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"
#include "terminal/screens/staff/readings.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Poll;

namespace {

Node figure(const std::string& name, std::uint64_t count)
{
    return row({text(std::to_string(count), Style::price), text(name, Style::small).growing()}).with_gap(3).with_look(Look::panel).with_padding(2, 1);
}

std::string poll_in_words(Poll poll, const Context& context)
{
    switch (poll) {
        case Poll::not_opened: return context.words.text("staff.poll.not_opened");
        case Poll::open: return context.words.text("staff.poll.open");
        case Poll::closed: break;
    }
    return context.words.text("staff.poll.closed");
}

/// The one thing that comes next.
Node next_step(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& figures = state.figures;
    if (figures.practice) return advice(words.text("staff.next.practice"));
    if (figures.is_left_behind())
        return alarm(words.text("staff.next.left_behind", {{"count", static_cast<std::size_t>(figures.ballots_waiting)}})).with_id("left-behind");
    switch (figures.poll) {
        case Poll::not_opened: return advice(words.text("staff.next.not_opened"));
        case Poll::open: return advice(words.text("staff.next.open"));
        case Poll::closed: break;
    }
    return advice(words.text("staff.next.closed"));
}

std::vector<Node> menu(const State& state, const Context& context)
{
    const auto& words = context.words;
    std::vector<Node> entries;
    const auto add = [&](const char* id, const char* icon, const std::string& label) {
        entries.push_back(button(id, label).with_icon(icon).with_padding(2, 0));
    };
    if (!state.figures.practice) {
        add("export", "upload", words.text("staff.menu.export"));
        add("import", "download", words.text("staff.menu.import"));
        add("visit.network", "network", words.text("staff.menu.network"));
        add("visit.events", "list-details", words.text("staff.menu.events"));
    }
    add("visit.checks", "stethoscope", words.text("staff.menu.checks"));
    add("visit.clean", "spray", words.text("staff.menu.clean"));
    if (state.figures.practice) return entries;
    add("visit.practice", "school", words.text("staff.menu.practice"));
    add("visit.shut-down", "power", words.text("staff.menu.shut_down"));
    return entries;
}

Node poll_button(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto go_to = [&](const char* id, const std::string& label, const char* icon) {
        return button(id, label, Look::primary).with_icon(icon).with_padding(2, 5);
    };
    if (state.figures.practice) return go_to("visit.practice", words.text("staff.menu.practice_end"), "school");
    switch (state.figures.poll) {
        case Poll::not_opened: return go_to("visit.open", words.text("staff.menu.open"), "player-play");
        case Poll::open: return go_to("visit.close", words.text("staff.menu.close"), "player-stop");
        case Poll::closed: break;
    }
    return go_to("visit.closed", words.text("staff.menu.report"), "report");
}

}  // namespace

ui::Node today(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& counts = state.figures.counts;
    const bool portrait = context.is_portrait();
    Node figures = grid({figure(words.text("staff.count.sessions"), counts.sessions), figure(words.text("staff.count.ballots"), counts.ballots),
                         figure(words.text("staff.count.spoilt"), counts.spoilt), figure(words.text("staff.count.refused"), counts.refused)},
                        portrait ? 2 : 4);
    std::vector<Node> lines;
    for (const auto reading : {sync_reading, waiting_reading, network_reading, clock_reading, printer_reading, battery_reading, disk_reading})
        lines.push_back(line_of(reading(state, context)));
    if (!context.is_low()) lines.push_back(line_of(reader_reading(state, context)));
    Node machine = grid(std::move(lines), portrait ? 1 : 2, portrait ? 3 : context.is_low() ? 0.6 : 1.6).as(Role::list);

    Node body = column({next_step(state, context), std::move(figures), std::move(machine), spacer(), grid(menu(state, context), portrait ? 2 : 4)});
    body.gap = context.is_low() ? 1.8 : 5;
    Node leave = button("leave", words.text("staff.leave")).with_icon("logout");
    return page(state, context, poll_in_words(state.figures.poll, context), std::move(body), {std::move(leave), {}, poll_button(state, context)});
}

}  // namespace isoloir::screens::staff
