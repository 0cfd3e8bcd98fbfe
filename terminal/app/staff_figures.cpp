#include "terminal/app/staff_figures.hpp"

#include <ctime>

#include "shared/base/encoding.hpp"
#include "terminal/devices/battery.hpp"
#include "terminal/devices/clock_state.hpp"
#include "terminal/devices/disk.hpp"
#include "terminal/devices/links.hpp"
#include "terminal/journal/staff_log.hpp"

namespace isoloir::app {
namespace {

/// As the hall's clock on the wall shows it.
std::string local(std::chrono::sys_seconds when, const char* format)
{
    const std::time_t seconds = when.time_since_epoch().count();
    std::tm parts{};
    ::localtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

staff::Poll poll_of(journal::Poll poll)
{
    switch (poll) {
        case journal::Poll::not_opened: return staff::Poll::not_opened;
        case journal::Poll::open: return staff::Poll::open;
        case journal::Poll::closed: break;
    }
    return staff::Poll::closed;
}

staff::Counts counts_of(journal::Journal& journal)
{
    staff::Counts counts;
    counts.ballots = journal.ballots();
    counts.spoilt = journal.spoilt();
    if (const auto came = journal.counters().values()) {
        counts.sessions = came->sessions;
        counts.refused = came->refused;
    }
    return counts;
}

}  // namespace

staff::Figures figures_of(journal::Journal& journal, journal::Journal* practice, const Clock& clock, const std::string& language)
{
    const auto& bundle = journal.provisioned();
    const auto head = journal.head();
    staff::Figures figures;
    figures.hall = journal.roster().find(journal.device().id())->hall;
    figures.terminal = to_hex(journal.device().id());
    figures.election = to_hex(journal.package().id);
    figures.title = journal.package().definition.title.in(language);
    figures.server = bundle.host + ":" + std::to_string(bundle.port);
    figures.day = local(clock.now(), "%Y-%m-%d");
    figures.time = local(clock.now(), "%H:%M");
    figures.poll = poll_of(journal.poll());
    figures.counts = counts_of(practice != nullptr ? *practice : journal);
    figures.records = head.next;
    figures.waiting = head.next - journal.acknowledged();
    figures.ballots_waiting = journal::StaffLog(journal).ballots_waiting().value_or(figures.waiting);
    figures.chain_head = to_hex(head.last);
    figures.practice = practice != nullptr;
    return figures;
}

void read_machine(staff::Machine& machine, const journal::Journal& journal, const Clock& clock, const std::filesystem::path& root)
{
    const auto battery = devices::read_battery(root);
    machine.battery_percent = battery.percent;
    machine.on_mains = battery.on_mains;
    const auto disk = devices::read_disk(journal.folder());
    machine.disk_free_mb = disk.free_mb;
    machine.disk_low = disk.low;
    const auto state = devices::judge_clock(clock.now(), std::chrono::sys_seconds(std::chrono::hours(journal.last_hour())), root);
    machine.clock_plausible = state.plausible;
    machine.clock_synced = state.synced;
    for (const auto& link : devices::read_links(root)) machine.links.push_back({link.name, link.wireless, link.up});
}

Result<std::vector<staff::EventLine>> event_lines(journal::Journal& journal, std::size_t skip, std::size_t limit)
{
    ISO_TRY(const auto events, journal::StaffLog(journal).events(skip, limit));
    std::vector<staff::EventLine> lines;
    for (const auto& event : events) {
        const std::chrono::sys_seconds when{std::chrono::hours(event.hour)};
        lines.push_back({local(when, "%Y-%m-%d"), local(when, "%-H"), event.body.staff, std::string(ballot::name_of(event.body.kind))});
    }
    return lines;
}

}  // namespace isoloir::app
