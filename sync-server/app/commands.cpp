#include "sync-server/app/commands.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/base/progress.hpp"
#include "shared/base/text.hpp"
#include "shared/election/election_file.hpp"
#include "shared/election/trustees_json.hpp"
#include "sync-server/app/account_commands.hpp"
#include "sync-server/app/expected.hpp"
#include "sync-server/app/hall_commands.hpp"
#include "sync-server/app/platform_commands.hpp"
#include "sync-server/app/show.hpp"
#include "sync-server/app/staff_commands.hpp"
#include "sync-server/app/voter_commands.hpp"
#include "sync-server/online/read_votes.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kMaxRequest = 16 * 1024;
constexpr std::size_t kMaxTrusteesFile = 256 * 1024;
constexpr std::size_t kMaxBundle = 1024 * 1024 * 1024;

/// A progress bar as an Advance; drawn to its end when the last copy goes. Within a server there is none: its standard error is
/// the log, and nobody's screen.
Advance bar(const Arguments& arguments, const char* stage, std::size_t total)
{
    if (arguments.forwarded) return [](std::uint64_t) {};
    const auto progress = std::make_shared<Progress>(stage, total);
    return [progress](std::uint64_t steps) { progress->advance(steps); };
}

/// The folder has its keys when it comes to this: what may be missing is somebody to administer it.
Status init(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto accounts, centre.accounts().all());
    if (!accounts.empty()) {
        out << "This folder is set up already; nothing was changed.\n";
        return {};
    }
    const std::string name = arguments.name.empty() ? "admin" : arguments.name;
    ISO_TRY(const std::string code, centre.accounts().invite(name, accounts::Role::admin, {}));
    show_invitation(name, code, out);
    out << "Next: `isoloir-server serve`, and /admin/ in a browser; or `isoloir-server election import FILE`.\n";
    return {};
}

Status import_election(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto file, election::read_election_file(arguments.file));
    const bool known = centre.has_election();
    std::optional<election::Trustees> trustees;
    if (!arguments.trustees.empty()) {
        ISO_TRY(const std::string text, read_file(arguments.trustees, kMaxTrusteesFile));
        ISO_TRY(const auto json, wire::parse_json(text));
        ISO_TRY(trustees, election::read_trustees(json, arguments.trustees.filename().string()));
    }
    ISO_CHECK(centre.import_election(file, trustees));
    const auto& package = centre.package_read();
    if (!arguments.out.empty()) ISO_CHECK(write_file(arguments.out, package.jws + "\n"));
    out << (known ? "This election is here already; nothing was changed.\n" : "The election is signed.\n");
    out << package.definition.title.in(package.definition.languages.front()) << ". Projects: " << package.definition.projects.size()
        << ". Envelope: " << to_decimal(package.definition.envelope) << ".\nElection " << to_hex(package.id) << ".\n";
    if (package.definition.counting == election::Counting::live) out << "The centre holds the election key; the package tells everyone so.\n";
    if (const auto& holders = package.keys.trustees)
        out << holders->members.size() << " trustees hold the election key; any " << holders->threshold << " of them open the urn together.\n";
    if (!known) out << "Next: `isoloir-server serve`, and `terminal approve` for each hall.\n";
    return {};
}

Status show_election_here(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    show_election(centre.package_read(), arguments.json, out);
    return {};
}

Status approve(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const std::string text, read_file(arguments.file, kMaxRequest));
    ISO_TRY(const auto request, wire::open_enrolment(trimmed(text)));
    ISO_TRY(const std::string bundle, centre.approve(request, arguments.hall, arguments.settings.terminals.host, arguments.settings.terminals.port));
    ISO_CHECK(write_file(arguments.out, bundle + "\n", FileMode::secret));
    out << "Terminal \"" << as_plain_line(request.name) << "\" is approved for " << arguments.hall << ". Compare its key with the one on its screen:\n  "
        << to_hex(crypto::key_id(request.key)) << "\nBring " << arguments.out.string() << " to it: `isoloir-terminal provision "
        << arguments.out.filename().string() << "`.\n";
    return {};
}

Status list(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    show_terminals(centre.terminals(), arguments.json, out);
    return {};
}

Status revoke(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const bool changed, centre.revoke(arguments.name));
    out << (changed ? "Revoked: nothing more is taken from it. What it had sent before stands.\n" : "It is revoked already; nothing was changed.\n");
    return {};
}

Status import_bundle(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const std::string text, read_file(arguments.file, kMaxBundle));
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    ISO_TRY(const auto imported, centre.import_bundle(text, bar(arguments, "Taking records", lines == 0 ? 0 : lines - 1)));
    const std::string receipt = arguments.file.string() + ".receipt";
    ISO_CHECK(write_file(receipt, imported.receipt + "\n"));
    show_imported(imported, arguments.json, out);
    if (!arguments.json) out << "\nThe receipt for the terminal: " << receipt << '\n';
    if (imported.stopped) return fail(Errc::refused, std::string("not everything was taken: a record is ") + store::words_for(*imported.stopped));
    return {};
}

Status import_online(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const std::string text, read_file(arguments.file, online::kMaxFileBytes));
    std::vector<std::pair<std::size_t, std::string>> refused;
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    ISO_TRY(const auto imported, centre.import_online(
                                     text, [&](std::size_t line, const std::string& why) { refused.emplace_back(line, why); },
                                     bar(arguments, "Taking online votes", lines == 0 ? 0 : lines - 1)));
    if (!arguments.json)
        for (const auto& [line, why] : refused) out << "line " << line << " refused: " << why << '\n';
    show_imported(imported, arguments.json, out);
    return {};
}

/// Halls whose ballots may still be on their way, in words; empty when all polls are closed and here.
std::string in_words(const std::vector<TerminalStatus>& expected)
{
    std::string halls;
    for (const auto& terminal : expected) halls += (halls.empty() ? "" : ", ") + terminal.hall + (terminal.open ? " (poll open)" : " (nothing arrived yet)");
    return halls;
}

Status close(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    const std::string halls = centre.standing().phase == publish::Phase::open && !arguments.anyway ? in_words(still_expected(centre.terminals())) : "";
    if (!halls.empty())
        return fail(Errc::refused, "ballots may still be on their way from " + halls +
                                       ". Close those polls and take what they hold, by network or by stick; "
                                       "revoke a terminal that was never used; or `close --anyway`, which leaves out whatever comes later");
    ISO_TRY(const bool changed, centre.close());
    out << (changed ? "The election is closed: nothing more is taken. Next: `isoloir-server count`.\n"
                    : "The election is closed already; nothing was changed.\n");
    return {};
}

Status bundle(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const bool shown, centre.write_bundle(arguments.out, arguments.unpublished));
    out << "What is to be counted is in " << arguments.out.string()
        << (shown ? ", public all of it.\n"
                  : ". So few ballots are shown to nobody: hand the folder to the trustees alone, and destroy it, and every copy, after the count.\n")
        << "Next: trustees mix one after the other (`isoloir-trustee mix`), then open (`isoloir-trustee open`), then `isoloir-server count --bundle FOLDER`.\n";
    return {};
}

Status count(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const bool counted, centre.count([&](const char* stage, std::size_t ballots) { return bar(arguments, stage, ballots); }, arguments.out));
    out << (counted ? "Counted and signed. `isoloir-server result` shows it.\n" : "It was counted already; nothing was changed.\n");
    if (!counted || arguments.out.empty()) return {};
    if (centre.standing().proved)
        out << "The proof is published with it, for the page /verify. Anyone can check it here, too: `isoloir-verify " << arguments.out.string() << "`.\n";
    else out << "There are too few ballots to show them one by one: destroy " << arguments.out.string() << ", and every copy of it.\n";
    return {};
}

Status result(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    const auto standing = centre.standing();
    if (!standing.outcome) return fail(Errc::not_found, "nothing is counted yet; run `isoloir-server close`, then `count`");
    show_result(standing, arguments.json, out);
    return {};
}

Status report(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    show_report(centre.standing().report, arguments.json, out);
    return {};
}

Status backup(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_CHECK(centre.backup(arguments.out, bar(arguments, "Copying records", centre.log_size())));
    out << "Everything is in " << arguments.out.string() << ". It opens with the key of this folder alone: keep store.key apart from it.\n";
    return {};
}

using Command = Status (*)(const Arguments&, Centre&, std::ostream&);

struct Entry {
    const char* name;
    Command command;
    bool needs_election;
    bool changes{false};  // and stands in the audit log
};

constexpr Entry kCommands[] = {
    {"init", init, false},
    {"election import", import_election, false, true},
    {"election show", show_election_here, true},
    {"terminal approve", approve, true, true},
    {"terminal list", list, true},
    {"terminal revoke", revoke, true, true},
    {"ballots import", import_bundle, true, true},
    {"online import", import_online, true, true},
    {"hall put", put_hall, true, true},
    {"hall list", list_halls, true},
    {"hall remove", remove_hall, true, true},
    {"staff-token make", make_staff_token, true, true},
    {"staff-token list", list_staff_tokens, true},
    {"staff-token withdraw", withdraw_staff_tokens, true, true},
    {"api-token make", make_api_token, true, true},
    {"api-token list", list_api_tokens, true},
    {"api-token withdraw", withdraw_api_tokens, true, true},
    {"tag-key export", export_tag_key, true, true},
    {"account invite", invite_account, false, true},
    {"account list", list_accounts, false},
    {"account disable", disable_account, false, true},
    {"account enable", enable_account, false, true},
    {"audit", show_audit, false},
    {"roll", import_roll, true, true},
    {"cards", make_cards, true, true},
    {"roll-file", write_roll_file, true},
    {"backup", backup, false},
    {"close", close, true, true},
    {"bundle", bundle, true, true},
    {"count", count, true, true},
    {"result", result, true},
    {"report", report, true},
};

Status run(const Entry& entry, const Arguments& arguments, Centre& centre, std::ostream& out)
{
    // What another server did is known before anything is decided.
    ISO_CHECK(centre.follow());
    if (entry.needs_election && !centre.has_election())
        return fail(Errc::not_found, "there is no election here yet; run `isoloir-server election import FILE` first");
    const Status done = entry.command(arguments, centre, out);
    if (entry.changes) {
        std::string act = entry.name;
        std::replace(act.begin(), act.end(), ' ', '-');
        const std::string subject = !arguments.name.empty() ? arguments.name : !arguments.hall.empty() ? arguments.hall : arguments.file.filename().string();
        ISO_CHECK(centre.accounts().audit({0, 0, "", act, subject, done.has_value(), done ? "" : done.error().text()}));
    }
    return done;
}

}  // namespace

int run_command(const Arguments& arguments, Centre& centre, std::ostream& out, std::ostream& err)
{
    for (const Entry& entry : kCommands) {
        if (arguments.command != entry.name) continue;
        const Status done = run(entry, arguments, centre, out);
        if (done) return 0;
        err << "isoloir-server: " << done.error().text() << '\n';
        return 1;
    }
    err << "isoloir-server: a server runs on this folder already\n";
    return 1;
}

int run_command(const std::vector<std::string>& args, Centre& centre, std::ostream& out, std::ostream& err)
{
    const Parsed parsed = parse_arguments(args, out, err);
    return parsed.done ? *parsed.done : run_command(parsed.arguments, centre, out, err);
}

}  // namespace isoloir::app
