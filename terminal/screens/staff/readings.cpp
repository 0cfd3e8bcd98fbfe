#include "terminal/screens/staff/readings.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Part;

namespace {

constexpr int kBatteryLow = 30;  // percent: an hour or two

Reading part_reading(const Context& context, const std::string& key, Part part)
{
    const auto& words = context.words;
    switch (part) {
        case Part::absent: return {words.text(key), words.text(key + ".absent"), Health::unknown};
        case Part::ready: return {words.text(key), words.text(key + ".ready"), Health::fine};
        case Part::trouble: break;
    }
    return {words.text(key), words.text(key + ".trouble"), Health::look};
}

}  // namespace

Reading sync_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& minutes = state.figures.minutes_since_sync;
    const std::string name = words.text("staff.sync");
    if (!minutes) return {name, words.text("staff.sync.never"), Health::look};
    if (*minutes < 2) return {name, words.text("staff.sync.now"), Health::fine};
    if (*minutes < 120) return {name, words.text("staff.sync.minutes", {{"count", static_cast<std::size_t>(*minutes)}}), Health::fine};
    return {name, words.text("staff.sync.hours", {{"count", static_cast<std::size_t>(*minutes / 60)}}), Health::look};
}

Reading waiting_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    return {words.text("staff.waiting"), words.text("staff.waiting.count", {{"count", static_cast<std::size_t>(state.figures.waiting)}}),
            state.figures.waiting == 0 ? Health::fine : Health::look};
}

Reading battery_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& machine = state.figures.machine;
    const std::string name = words.text("staff.battery");
    if (!machine.battery_percent) return {name, words.text("staff.battery.none"), Health::unknown};
    const auto percent = static_cast<std::size_t>(*machine.battery_percent);
    if (machine.on_mains) return {name, words.text("staff.battery.mains", {{"percent", percent}}), Health::fine};
    return {name, words.text("staff.battery.alone", {{"percent", percent}}), *machine.battery_percent < kBatteryLow ? Health::look : Health::fine};
}

Reading printer_reading(const State& state, const Context& context)
{
    return part_reading(context, "staff.printer", state.figures.machine.printer);
}

Reading reader_reading(const State& state, const Context& context)
{
    return part_reading(context, "staff.reader", state.figures.machine.card_reader);
}

Reading disk_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& machine = state.figures.machine;
    const std::string name = words.text("staff.disk");
    if (!machine.disk_free_mb) return {name, words.text("staff.unknown"), Health::unknown};
    if (machine.disk_low) return {name, words.text("staff.disk.low"), Health::look};
    if (*machine.disk_free_mb < 10'000) return {name, words.text("staff.disk.mb", {{"count", static_cast<std::size_t>(*machine.disk_free_mb)}}), Health::fine};
    return {name, words.text("staff.disk.gb", {{"count", static_cast<std::size_t>(*machine.disk_free_mb / 1000)}}), Health::fine};
}

Reading clock_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& figures = state.figures;
    const std::string when = words.text("staff.clock.now", {{"date", words.date(figures.day)}, {"time", figures.time}});
    if (!figures.machine.clock_plausible)
        return {words.text("staff.clock"), words.text("staff.clock.wrong", {{"when", figures.day + " " + figures.time}}), Health::look};
    return {words.text("staff.clock"), when, figures.machine.clock_synced.value_or(true) ? Health::fine : Health::unknown};
}

Reading network_reading(const State& state, const Context& context)
{
    const auto& words = context.words;
    std::string names;
    for (const auto& link : state.figures.machine.links)
        if (link.up) names += (names.empty() ? "" : ", ") + link.name;
    if (names.empty()) return {words.text("staff.network"), words.text("staff.network.down"), Health::look};
    return {words.text("staff.network"), words.text("staff.network.up", {{"names", names}}), Health::fine};
}

Node line_of(const Reading& reading)
{
    const char* icon = reading.health == Health::fine ? "circle-check" : reading.health == Health::look ? "alert-triangle" : "minus";
    return row({text(reading.name, Style::small).with_icon(icon).growing(9), text(reading.value, Style::button).growing(15)}).with_gap(3).as(Role::listitem);
}

}  // namespace isoloir::screens::staff
