#include "sync-server/app/show.hpp"

#include <ostream>

#include "shared/base/encoding.hpp"
#include "sync-server/app/table.hpp"
#include "sync-server/publish/result_json.hpp"

namespace isoloir::app {
namespace {

using Json = nlohmann::ordered_json;

std::string title_of(const election::Package& package)
{
    return package.definition.title.in(package.definition.languages.front());
}

std::string state_of(const TerminalStatus& terminal)
{
    std::string state = terminal.revoked ? "revoked" : terminal.open ? "poll open" : terminal.records == 0 ? "nothing yet" : "poll not open";
    if (terminal.forked) state += ", FORKED";
    if (terminal.lost > 0) state += ", " + std::to_string(terminal.lost) + " LOST records still missing";
    return terminal.cheats ? state + ", CHEATS" : state;
}

}  // namespace

void show_election(const election::Package& package, bool json, std::ostream& out)
{
    const auto& definition = package.definition;
    if (json) {
        Json shown;
        shown["election"] = to_hex(package.id);
        shown["title"] = title_of(package);
        shown["envelope"] = Json::parse(to_decimal(definition.envelope));
        shown["projects"] = definition.projects.size();
        shown["authority"] = to_hex(package.keys.authority);
        out << shown.dump(2) << '\n';
        return;
    }
    out << title_of(package) << "\n\n"
        << "Election   " << to_hex(package.id) << '\n'
        << "Envelope   " << to_decimal(definition.envelope) << '\n'
        << "Authority  " << to_hex(package.keys.authority) << "\n\n";
    Table table({"project", ">cost", "title"});
    for (const auto& project : definition.projects) table.add({project.id, to_decimal(project.cost), project.title.in(definition.languages.front())});
    out << table;
}

void show_terminals(const std::vector<TerminalStatus>& terminals, bool json, std::ostream& out)
{
    if (json) {
        Json shown = Json::array();
        for (const auto& terminal : terminals)
            shown.push_back({{"terminal", to_hex(terminal.terminal)},
                             {"hall", terminal.hall},
                             {"records", terminal.records},
                             {"accepted", terminal.accepted},
                             {"spoilt", terminal.spoilt},
                             {"open", terminal.open},
                             {"forked", terminal.forked},
                             {"revoked", terminal.revoked},
                             {"lost", terminal.lost},
                             {"cheats", terminal.cheats}});
        out << shown.dump(2) << '\n';
        return;
    }
    if (terminals.empty()) {
        out << "No terminal yet; `isoloir-server terminal approve REQUEST` adds one.\n";
        return;
    }
    Table table({"hall", "key", ">records", ">accepted", ">spoilt", "state"});
    for (const auto& terminal : terminals)
        table.add({terminal.hall, to_hex(terminal.terminal), std::to_string(terminal.records), std::to_string(terminal.accepted),
                   std::to_string(terminal.spoilt), state_of(terminal)});
    out << table;
}

void show_report(const intake::Report& report, bool json, std::ostream& out)
{
    if (json) {
        out << counting::report_json(report).dump(2) << '\n';
        return;
    }
    Table table({"channel", ">accepted", ">duplicates", ">refused", ">spoilt"});
    for (const auto& channel : report.channels)
        table.add({channel.name, std::to_string(channel.accepted), std::to_string(channel.duplicates), std::to_string(channel.refused),
                   std::to_string(channel.spoilt)});
    table.add({"all", std::to_string(report.accepted), std::to_string(report.duplicates), std::to_string(report.refused), std::to_string(report.spoilt)});
    out << table;
    if (report.spoilt > 0) out << "\nSpoilt: voters checked a terminal with these ballots; they were laid open, their openings hold, and none is counted.\n";
    for (const auto& channel : report.channels)
        if (channel.false_openings > 0)
            out << "\nALARM: a terminal of \"" << channel.name << "\" CHEATS: of the ballots it laid open, " << channel.false_openings
                << " were not the ones it had sealed. Take it out of service (`isoloir-server terminal list` names it).\n";
    if (report.reasons.empty()) return;
    out << '\n';
    Table reasons({"refused because", ">records"});
    for (const auto& [reason, count] : report.reasons) reasons.add({store::words_for(reason), std::to_string(count)});
    out << reasons;
}

void show_result(const publish::Standing& standing, bool json, std::ostream& out)
{
    if (json) {
        out << publish::result_json(standing);
        return;
    }
    const auto& definition = standing.package.definition;
    const auto& outcome = *standing.outcome;
    out << title_of(standing.package) << "\n\n";
    const bool approval = definition.ballot.kind == election::BallotKind::approval;
    Table table({">rank", "project", approval ? ">votes" : ">points", ">cost", "verdict", "title"});
    std::size_t rank = 0;
    for (const auto& ranked : outcome.ranking) {
        const auto& project = definition.projects[ranked.project];
        table.add({std::to_string(++rank), project.id, std::to_string(ranked.votes), to_decimal(project.cost), count::words_for(ranked.verdict),
                   project.title.in(definition.languages.front())});
    }
    out << table << "\nEnvelope " << to_decimal(definition.envelope) << ", spent " << to_decimal(outcome.spent)
        << ". Projects funded: " << outcome.winners.size() << " of " << definition.projects.size() << ". Ballots: " << outcome.ballots
        << ", invalid: " << outcome.invalid << ".\n\n";
    show_report(standing.report, false, out);
}

void show_imported(const Imported& imported, bool json, std::ostream& out)
{
    if (json) {
        Json shown;
        shown["lines"] = imported.lines;
        shown["new"] = imported.fresh;
        shown["by_reason"] = Json::object();
        for (const auto& [reason, count] : imported.reasons) shown["by_reason"][store::name_of(reason)] = count;
        out << shown.dump(2) << '\n';
        return;
    }
    if (imported.fresh == 0 && !imported.stopped) {
        out << "Already imported: all " << imported.lines << " lines were there, nothing was changed.\n";
        return;
    }
    out << imported.fresh << " of " << imported.lines << " lines were new.\n\n";
    Table table({"what became of them", ">lines"});
    for (const auto& [reason, count] : imported.reasons) table.add({store::words_for(reason), std::to_string(count)});
    out << table;
    if (imported.stopped) out << "\nThe rest was not taken. What was taken stays.\n";
}

}  // namespace isoloir::app
