#include "sync-server/figures/standing.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"

namespace isoloir::figures {
namespace {

using prometheus::MetricType;

constexpr std::size_t kShortKey = 16;  // digits of a terminal's key: enough that no two of 10 000 are alike

void add_ballots(Families& families, const app::CentreFigures& figures)
{
    const auto& report = figures.report;
    families.push_back(counter("isoloir_ballots_accepted_total", "Ballots that count.", report.accepted));
    families.push_back(counter("isoloir_ballots_duplicate_total", "Ballots in whose stead another one of the same voter counts.", report.duplicates));
    families.push_back(counter("isoloir_ballots_spoilt_total", "Ballots laid open to check a terminal, never counted.", report.spoilt));
    auto refused = family("isoloir_records_refused_total", "Records and online lines that do not count, by reason.", MetricType::Counter);
    for (const auto& [reason, count] : report.reasons) add(refused, count, {{"reason", store::name_of(reason)}});
    families.push_back(std::move(refused));
    families.push_back(gauge("isoloir_log_records", "Records in the log.", figures.log_size));
    families.push_back(
        gauge("isoloir_checkpoint_age_seconds", "Since the log last grew, or since the start.", std::chrono::duration<double>(figures.checkpoint_age).count()));
    families.push_back(counter("isoloir_live_rounds_total", "Rounds of a live ranking that this server made.", figures.rounds));
    families.push_back(gauge("isoloir_live_ballots_opened", "Ballots in the rounds of a live ranking.", figures.opened));
}

void add_phase(Families& families, const app::CentreFigures& figures)
{
    auto phases = family("isoloir_election_phase", "1 at the phase in which the election is; all 0 before there is one.", MetricType::Gauge);
    for (const auto& [phase, name] : {std::pair(publish::Phase::open, "open"), {publish::Phase::closed, "closed"}, {publish::Phase::counted, "counted"}})
        add(phases, figures.phase == phase ? 1 : 0, {{"phase", name}});
    families.push_back(std::move(phases));
}

void add_terminals(Families& families, const app::CentreFigures& figures, std::int64_t now)
{
    const auto& terminals = figures.terminals;
    const auto many = [&](const char* name, const char* help, auto holds) {
        families.push_back(gauge(name, help, std::count_if(terminals.begin(), terminals.end(), holds)));
    };
    many("isoloir_terminals", "Terminals on the roster.", [](const auto&) { return true; });
    many("isoloir_terminals_online", "Of these, heard of within ten minutes.", [&](const auto& terminal) { return terminal.is_online(now); });
    many("isoloir_terminals_open", "With an open poll.", [](const auto& terminal) { return terminal.open; });
    many("isoloir_terminals_suspended", "Whose records wait with them.", [](const auto& terminal) { return terminal.suspended; });
    many("isoloir_terminals_revoked", "Of which nothing is taken any more.", [](const auto& terminal) { return terminal.revoked; });
    many("isoloir_terminals_forked", "ALARM: two devices sign with one key.", [](const auto& terminal) { return terminal.forked; });
    many("isoloir_terminals_cheating", "ALARM: laid a ballot open that it had not sealed.", [](const auto& terminal) { return terminal.cheats; });
    auto next = family("isoloir_terminal_next_sequence", "Number of the next record that is expected of a terminal.", MetricType::Gauge);
    auto seen = family("isoloir_terminal_last_sync_timestamp_seconds", "When a terminal last told of itself, in seconds since 1970.", MetricType::Gauge);
    auto waiting = family("isoloir_terminal_waiting_records", "Records that a terminal said it still had to send.", MetricType::Gauge);
    auto lost = family("isoloir_terminal_lost_records", "ALARM: records that a receipt of ours covers, and that are not here.", MetricType::Gauge);
    for (const auto& terminal : terminals) {
        const Labels labels{{"terminal", to_hex(terminal.terminal).substr(0, kShortKey)}, {"hall", terminal.hall}};
        add(next, terminal.records, labels);
        add(lost, terminal.lost, labels);
        if (!terminal.note) continue;
        add(seen, terminal.note->seen, labels);
        add(waiting, terminal.note->waiting, labels);
    }
    for (auto* each : {&next, &seen, &waiting, &lost}) families.push_back(std::move(*each));
}

}  // namespace

Families standing_families(const app::Centre& centre)
{
    const app::CentreFigures figures = centre.figures();
    Families families;
    families.push_back(gauge("isoloir_healthy", "1 while the store answers and has room, as /healthz says.", centre.health() ? 1 : 0));
    add_phase(families, figures);
    add_ballots(families, figures);
    add_terminals(families, figures, centre.clock().now().time_since_epoch().count());
    return families;
}

}  // namespace isoloir::figures
