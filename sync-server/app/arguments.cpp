#include "sync-server/app/arguments.hpp"

#include <ostream>
#include <tuple>

#include <CLI/CLI.hpp>

#include "shared/command/self_description.hpp"
#include "sync-server/operations/settings_file.hpp"
#include "sync-server/roll/cards.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kConfig = "/etc/isoloir/server.toml";
constexpr const char* kConfigVariable = "ISOLOIR_CONFIG";
constexpr const char* kDataVariable = "ISOLOIR_DATA";

struct Options {
    CLI::App app{
        "Isoloir's centre: takes ballots from halls and from online, counts them, and publishes the result.\n"
        "One election for each data folder. While `serve` runs, every other command works on the same folder."};
    Arguments values;
    std::filesystem::path config;
    std::filesystem::path key_file;
    std::string bind;

    CLI::App* command(CLI::App& parent, const char* name, const char* what)
    {
        CLI::App* sub = parent.add_subcommand(name, what);
        const std::string words = &parent == &app ? name : parent.get_name() + " " + name;
        sub->final_callback([this, words] { values.command = words; });
        return sub;
    }
    CLI::App* group(const char* name, const char* what) { return app.add_subcommand(name, what)->require_subcommand(1); }
    void json(CLI::App* sub) { sub->add_flag("--json", values.json, "print JSON for scripts"); }
    void file(CLI::App* sub, const char* name, const char* what) { sub->add_option(name, values.file, what)->required(); }
};

void add_commands(Options& options)
{
    Arguments& values = options.values;
    options.command(options.app, "init", "make the folder, the centre's keys, and the first central admin's invitation")
        ->add_option("--admin", values.name, "name of the first central admin (else: admin)");

    CLI::App* backup = options.command(options.app, "backup", "copy everything into one new file, under this folder's key; while a server runs, too");
    backup->add_option("FILE", values.out, "the backup")->required();
    CLI::App* restore = options.command(options.app, "restore", "make a folder (or fill an empty PostgreSQL) from a backup; put its store.key there first");
    options.file(restore, "FILE", "the backup");

    CLI::App* election = options.group("election", "the election of this folder");
    CLI::App* import = options.command(*election, "import", "sign an election from an election file (JSON) or a Pabulib file (.pb)");
    options.file(import, "FILE", "election file");
    import->add_option("--out", values.out, "also write the signed package to this file");
    import->add_option("--trustees", values.trustees, "who hold its key, where it is counted by a ceremony: the trustees.json of that ceremony");
    options.json(options.command(*election, "show", "show the election"));

    CLI::App* terminal = options.group("terminal", "the terminals in the halls");
    CLI::App* approve = options.command(*terminal, "approve", "put a terminal on the roster and write its provision bundle");
    options.file(approve, "REQUEST", "the file that `isoloir-terminal enrol` wrote");
    approve->add_option("--hall", values.hall, "where it stands, as residents will read it")->required();
    approve->add_option("--out", values.out, "where to write the bundle")->required();
    approve->add_option("--host", values.settings.terminals.host, "where the terminal reaches this server")->capture_default_str();
    approve->add_option("--port", values.settings.terminals.port, "the server's port for terminals")->check(CLI::Range(1, 65535))->capture_default_str();
    options.json(options.command(*terminal, "list", "list the terminals and what arrived from them"));
    options.command(*terminal, "revoke", "take nothing more from a terminal")->add_option("NAME", values.name, "its hall, or the start of its key")->required();

    CLI::App* token = options.group("staff-token", "staff files: whoever carries one on a USB stick opens staff mode");
    CLI::App* make = options.command(*token, "make", "sign a staff file");
    make->add_option("NAME", values.name, "who it is for, as the terminal's event log will say")->required();
    make->add_option("--out", values.out, "where to write it")->required();
    make->add_option("--until", values.until, "last day on which it opens, as 2026-11-23 (UTC)")->required();
    make->add_option("--from-day", values.day_from, "first day on which it opens (else from now on)");
    make->add_option("--hall", values.hall, "only the terminals of this hall");
    make->add_option("--terminal", values.terminal, "only this terminal: its key, or the first 8 characters of it or more");
    options.json(options.command(*token, "list", "list every staff file made here"));
    CLI::App* withdraw = options.command(*token, "withdraw", "let staff files open nothing any more");
    withdraw->add_option("NAME", values.name, "whom they are for, or one file's name as the list shows it")->required();
    withdraw->add_option("--out", values.out, "also write the roster that says so, for terminals without a network");

    CLI::App* roll = options.command(options.app, "roll", "put voters on the electoral roll from a CSV file: one identifier a line, or a column voter_id");
    options.file(roll, "FILE", "CSV file, UTF-8; what is kept are tags, never the identifiers");
    roll->add_flag("--replace", values.replace, "the file is the whole roll: strike off whom it does not name (voter cards stay)");
    CLI::App* cards = options.command(options.app, "cards", "make voter cards: codes that nobody can guess, put on the roll");
    cards->add_option("COUNT", values.count, "how many")->required()->check(CLI::Range(1U, roll::kMaxCards));
    cards->add_option("--out", values.out, "where to write the codes, once, as CSV for printing: number;code;qr")->required();
    options.command(options.app, "roll-file", "write the signed roll for terminals that have no network")
        ->add_option("--out", values.out, "the file that `isoloir-terminal provision BUNDLE --roll` takes")
        ->required();

    CLI::App* serve = options.command(options.app, "serve", "serve terminals and the public pages until SIGINT or SIGTERM; SIGHUP reads the file anew");
    serve->add_option("--bind", options.bind, "address on which terminals and the public are served");
    serve->add_option("--port", values.settings.terminals.port, "port for terminals; 0 takes a free one")->capture_default_str();
    serve->add_option("--public-port", values.settings.pages.port, "port of the public pages; 0 takes a free one")->capture_default_str();
    serve->add_option("--operations-port", values.settings.operations.port,
                      "port of /metrics and /healthz, plain HTTP, on 127.0.0.1 unless the file says otherwise");
    options.command(*options.group("config", "the configuration file (docs/server.toml tells all of it)"), "check",
                    "read it as `serve` would, and show what is in force");

    CLI::App* bundle =
        options.command(*options.group("ballots", "ballots from a USB stick"), "import", "take the records that a terminal exported; writes FILE.receipt");
    options.file(bundle, "FILE", "the file that `isoloir-terminal export` wrote");
    options.json(bundle);
    CLI::App* online = options.command(
        *options.group("online", "online votes"), "import",
        "take online votes from a file of their platform: CSV (voter_id or voter_tag;projects[;points], ids with ',' between, preferred first in a "
        "ranking), Pabulib, or ballot sheets with voter tags; docs/platforms.md");
    options.file(online, "FILE", "CSV, .pb or ballot sheets");
    options.json(online);

    CLI::App* halls = options.group("hall", "what the public pages say of the halls");
    CLI::App* put_hall = options.command(*halls, "put", "tell of a hall, or correct what is told of it");
    put_hall->add_option("NAME", values.name, "its name, as its terminals were approved for it")->required();
    put_hall->add_option("--commune", values.commune, "where it lies");
    put_hall->add_option("--address", values.address, "street and number");
    put_hall->add_option("--hours", values.opening_hours, "when one can vote there, as residents will read it");
    CLI::Option* latitude = put_hall->add_option("--latitude", values.latitude, "in degrees, as 50.4669")->check(CLI::Range(-90.0, 90.0));
    CLI::Option* longitude = put_hall->add_option("--longitude", values.longitude, "in degrees, as 4.8675")->check(CLI::Range(-180.0, 180.0));
    latitude->needs(longitude);
    longitude->needs(latitude);
    options.json(options.command(*halls, "list", "list the halls on the public pages"));
    options.command(*halls, "remove", "take a hall off the public pages")->add_option("NAME", values.name, "its name")->required();

    CLI::App* token_group = options.group("api-token", "tokens with which online platforms post votes");
    CLI::App* make_token = options.command(*token_group, "make", "make a token");
    make_token->add_option("NAME", values.name, "whom it is for")->required();
    make_token->add_option("--until", values.until, "last day on which it is good, as 2026-11-23 (UTC)")->required();
    make_token->add_option("--out", values.out, "where to write it, once")->required();
    options.json(options.command(*token_group, "list", "list every token made here"));
    options.command(*token_group, "withdraw", "take nothing more with a token")
        ->add_option("NAME", values.name, "whom it is for, or the token as the list shows it")
        ->required();
    options.command(*options.group("tag-key", "the key of voter tags"), "export", "write it for a platform that computes voter tags itself")
        ->add_option("--out", values.out, "where to write it: 64 hexadecimal digits")
        ->required();

    CLI::App* account = options.group("account", "who works with the centre from a browser (https://HOST:PORT/admin/)");
    CLI::App* invite = options.command(*account, "invite", "make an account, or give one a new invitation when password or device is lost");
    invite->add_option("NAME", values.name, "small letters, digits and . _ - @")->required();
    invite->add_option("--role", values.role, "admin: everything; staff: own halls only; auditor: reads all, changes nothing")
        ->check(CLI::IsMember({"admin", "staff", "auditor"}));
    invite->add_option("--hall", values.halls, "a hall of municipal staff; may be given several times");
    options.json(options.command(*account, "list", "list the accounts"));
    options.command(*account, "disable", "let an account in no more, and end its sessions")->add_option("NAME", values.name, "the account")->required();
    options.command(*account, "enable", "let it in again")->add_option("NAME", values.name, "the account")->required();
    options.json(options.command(options.app, "audit", "show who did what, the newest last"));

    options.command(options.app, "close", "close the election: nothing more is taken")
        ->add_flag("--anyway", values.anyway, "although a hall's poll is open: its later ballots are left out");
    CLI::App* urn = options.command(options.app, "bundle", "write what trustees mix and open, once the election is closed");
    urn->add_option("FOLDER", values.out, "an empty folder, or none")->required();
    urn->add_flag("--unpublished", values.unpublished,
                  "although there are too few ballots to show them one by one: the folder is for the trustees alone, and totals are all that is published");
    options.command(options.app, "count", "mix, open and count the ballots, and sign the result")
        ->add_option("--bundle", values.out,
                     "also prove it: an empty folder for the files from which anyone checks the count; where trustees hold the key, the folder in which they "
                     "mixed and opened");
    options.json(options.command(options.app, "result", "show the result"));
    options.json(options.command(options.app, "report", "show what came from where, and what was refused and why"));
}

/// The file that is named, or that has its own place; what it says.
Result<std::pair<std::filesystem::path, operations::Settings>> read_configuration(const std::vector<std::string>& args)
{
    CLI::App first;
    std::string named;
    std::string data;
    std::string from;
    first.set_help_flag();
    first.allow_extras();
    first.add_option("--config", named)->envname(kConfigVariable)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    first.add_option("--data", data)->envname(kDataVariable);
    first.add_option("--from", from);
    try {
        first.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::ParseError&) {  // the whole command line is read again, and says what is wrong with it
    }
    std::error_code ignored;
    if (named.empty() && data.empty() && std::filesystem::exists(kConfig, ignored)) named = kConfig;
    if (named.empty()) return std::pair(std::filesystem::path(), operations::Settings{});
    const auto file = (std::filesystem::current_path() / from / named).lexically_normal();
    ISO_TRY(const auto settings, operations::read_settings(file));
    return std::pair(file, settings);
}

void make_absolute(std::filesystem::path& path, const std::filesystem::path& from)
{
    if (!path.empty()) path = (from / path).lexically_normal();
}

}  // namespace

Parsed parse_arguments(const std::vector<std::string>& args, std::ostream& out, std::ostream& err)
{
    Options options;
    Arguments& values = options.values;
    values.words = args;
    const auto configured = read_configuration(args);
    if (configured) std::tie(values.config, values.settings) = *configured;
    values.from = std::filesystem::current_path();
    options.app.name("isoloir-server");
    options.app.set_version_flag("--version", "isoloir-server " ISOLOIR_VERSION);
    options.app.add_option("--config", options.config, std::string("configuration file, TOML; else ") + kConfig + ", where it is and no --data is given")
        ->envname(kConfigVariable)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    options.app.add_option("--data", values.settings.data, "the election's data folder")->envname(kDataVariable)->capture_default_str();
    options.app
        .add_option("--database", values.settings.database, "at `init`: keep everything in this PostgreSQL (postgresql://USER@HOST/NAME), not in the folder")
        ->envname("ISOLOIR_DATABASE");
    options.app.add_option("--key-file", options.key_file, "the database's key, when it is not DATA/store.key");
    options.app.add_option("--from", values.from)->group("");  // the folder in which a forwarded command was typed
    options.app.require_subcommand(1);
    options.app.fallthrough();
    add_commands(options);
    command::add_self_description(options.app);

    try {
        options.app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::ParseError& error) {
        return {{}, options.app.exit(error, out, err)};
    }
    values.forwarded = options.app.count("--from") > 0;
    if (!configured) {
        err << "isoloir-server: " << configured.error().text() << '\n';
        return {{}, 1};
    }
    for (auto* path : {&values.settings.data, &values.file, &values.out, &values.trustees}) make_absolute(*path, values.from);
    if (!options.key_file.empty()) values.settings.key_file = (values.from / options.key_file).lexically_normal();
    if (!options.bind.empty()) values.settings.terminals.address = values.settings.pages.address = options.bind;
    return {std::move(values), std::nullopt};
}

}  // namespace isoloir::app
