#include "sync-server/admin/terminal_json.hpp"

#include "shared/base/encoding.hpp"

namespace isoloir::admin {
namespace {

constexpr std::int64_t kSilentSeconds = 24 * 3600;
constexpr std::int64_t kManyWaiting = 500;  // a terminal that syncs hands in as many at once

const char* state_of(const app::TerminalStatus& terminal)
{
    return terminal.revoked ? "revoked" : terminal.suspended ? "suspended" : "approved";
}

}  // namespace

std::vector<app::TerminalStatus> fleet_of(Office& office, const accounts::Who& who)
{
    if (!office.centre.has_election()) return {};
    auto terminals = office.centre.terminals();
    std::erase_if(terminals, [&](const auto& terminal) { return !who.has_hall(terminal.hall); });
    return terminals;
}

Json terminal_json(const app::TerminalStatus& terminal, std::int64_t now)
{
    const auto& note = terminal.note;
    return {{"key", to_hex(terminal.terminal)},
            {"hall", terminal.hall},
            {"state", state_of(terminal)},
            {"online", terminal.is_online(now)},
            {"seen", note ? Json(note->seen) : Json(nullptr)},
            {"open", terminal.open},
            {"records", terminal.records},
            {"accepted", terminal.accepted},
            {"spoilt", terminal.spoilt},
            {"waiting", note ? Json(note->waiting) : Json(nullptr)},
            {"version", note ? Json(note->version) : Json(nullptr)},
            {"battery", note && note->battery >= 0 ? Json(note->battery) : Json(nullptr)},
            {"lost", terminal.lost},
            {"forked", terminal.forked},
            {"cheats", terminal.cheats}};
}

Json counts_json(const std::vector<app::TerminalStatus>& fleet, std::int64_t now)
{
    std::uint64_t online = 0;
    std::uint64_t open = 0;
    std::uint64_t suspended = 0;
    std::uint64_t revoked = 0;
    for (const auto& terminal : fleet) {
        online += terminal.is_online(now);
        open += terminal.open;
        suspended += terminal.suspended && !terminal.revoked;
        revoked += terminal.revoked;
    }
    return {{"all", fleet.size()}, {"online", online}, {"open", open}, {"suspended", suspended}, {"revoked", revoked}};
}

Json alarms_json(const std::vector<app::TerminalStatus>& fleet, std::int64_t now)
{
    Json alarms = Json::array();
    for (const auto& terminal : fleet) {
        if (terminal.revoked) continue;  // what was to be done is done
        const auto raise = [&](const char* kind, std::int64_t records) {
            alarms.push_back({{"kind", kind}, {"terminal", to_hex(terminal.terminal)}, {"hall", terminal.hall}, {"records", records}});
        };
        if (terminal.forked) raise("forked", 0);
        if (terminal.cheats) raise("cheats", 0);
        if (terminal.lost > 0) raise("lost", static_cast<std::int64_t>(terminal.lost));
        if (!terminal.note) continue;
        if (terminal.open && terminal.note->seen + kSilentSeconds < now) raise("silent", 0);
        if (terminal.note->waiting >= kManyWaiting) raise("waiting", terminal.note->waiting);
    }
    return alarms;
}

}  // namespace isoloir::admin
