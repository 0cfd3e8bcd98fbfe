// isoloir-terminal: the booth, and what a clerk does with it.

#include <iostream>

#include <CLI/CLI.hpp>

#include "shared/command/passphrase.hpp"
#include "shared/command/self_description.hpp"
#include "shared/crypto/sodium.hpp"
#include "terminal/app/members_command.hpp"
#include "terminal/app/roll_command.hpp"
#include "terminal/app/run_command.hpp"
#include "terminal/app/screens_command.hpp"
#include "terminal/app/staff_commands.hpp"
#include "terminal/app/sync_command.hpp"

namespace {

using namespace isoloir;

constexpr const char* kWhose = "this terminal";

struct Options {
    std::filesystem::path data{"/var/lib/isoloir-terminal"};
    std::optional<std::filesystem::path> passphrase_file;
    std::string name{"Terminal"};
    std::filesystem::path file;
    std::filesystem::path pictures;
    std::filesystem::path screens;
    std::string only;
    std::filesystem::path election;
    std::filesystem::path roll;
    app::RunOptions run;
    bool json{false};
};

/// Opens the journal and runs one of the commands that need it.
template <class Command>
Status with_journal(const Options& options, crypto::Random& random, Command command)
{
    ISO_TRY(const std::string passphrase, command::read_passphrase(options.passphrase_file, kWhose));
    ISO_TRY(auto journal, journal::Journal::open(options.data, passphrase, random));
    return command(journal);
}

int report(const Status& status)
{
    if (status) return 0;
    std::cerr << "isoloir-terminal: " << status.error().text() << '\n';
    return 1;
}

}  // namespace

int main(int argc, char* argv[])
{
    CLI::App cli("Isoloir's voting terminal: the booth, and what a clerk does with it.", "isoloir-terminal");
    cli.set_version_flag("--version", std::string("isoloir-terminal " ISOLOIR_VERSION));
    cli.require_subcommand(0, 1);

    Options options;
    cli.add_option("--data", options.data, "folder of this terminal's journal")->capture_default_str();
    cli.add_option("--screens", options.screens, "write every screen as PNG files into this folder, and do nothing else");
    cli.add_option("--election", options.election, "with --screens: the election file whose projects they show (else the sample)");
    cli.add_option("--only", options.only, "with --screens: one of its folders alone, as 1920x1080-fr");
    cli.add_option("--passphrase-file", options.passphrase_file, "file with the staff passphrase (else $ISOLOIR_PASSPHRASE, else asked for)")
        ->type_name("PATH");

    if (!crypto::start()) {
        std::cerr << "isoloir-terminal: this machine has no source of random numbers\n";
        return 1;
    }
    crypto::SystemRandom random;
    const SystemClock clock;
    Status status;

    auto* enrol = cli.add_subcommand("enrol", "set this terminal up and write the request that the centre approves");
    enrol->add_option("--name", options.name, "what the hall calls it")->capture_default_str();
    enrol->add_option("--out", options.file, "the request file")->required();
    enrol->callback([&] {
        const auto passphrase = command::read_passphrase(options.passphrase_file, kWhose);
        status = passphrase ? app::enrol(options.data, *passphrase, options.name, options.file, random) : tl::make_unexpected(passphrase.error());
    });

    const auto add_to = [&](CLI::App& parent, const char* name, const char* about, auto command) {
        auto* subcommand = parent.add_subcommand(name, about);
        subcommand->callback([&, command] { status = with_journal(options, random, command); });
        return subcommand;
    };
    const auto add = [&](const char* name, const char* about, auto command) { return add_to(cli, name, about, command); };
    using journal::Journal;
    auto* provision = add("provision", "take the bundle that the centre wrote for this terminal", [&](Journal& journal) -> Status {
        ISO_CHECK(app::provision(journal, options.file));
        if (!options.roll.empty()) ISO_CHECK(app::take_roll(journal, options.roll));
        return options.pictures.empty() ? Status{} : app::take_pictures(journal, options.pictures, options.data / "pictures");
    });
    provision->add_option("bundle", options.file, "the bundle file")->required();
    provision->add_option("--roll", options.roll, "the electoral roll, as `isoloir-server roll-file` wrote it: for a hall without a network");
    provision->add_option("--pictures", options.pictures, "folder with the projects' pictures");
    add("open", "open the poll", [&](Journal& journal) { return app::open_poll(journal, clock); });
    add("close", "close the poll; it stays closed", [&](Journal& journal) { return app::close_poll(journal, clock); });
    auto* run = cli.add_subcommand("run", "show the booth; what the centre does not have is sent meanwhile");
    run->callback([&] {
        options.run.pictures = options.data / "pictures";
        const auto passphrase = command::read_passphrase(options.passphrase_file, kWhose);
        status = passphrase ? app::run([&] { return Journal::open(options.data, *passphrase, random); }, clock, random, options.run)
                            : tl::make_unexpected(passphrase.error());
    });
    run->add_option("--printer", options.run.printer, "device file of the receipt printer, if there is one")->capture_default_str();
    run->add_option("--window", options.run.window, "size of the window, as 1280x800")->capture_default_str();
    const auto on = [&](platform::Display display) { return [&options, display](std::int64_t) { options.run.display = display; }; };
    auto* fullscreen = run->add_flag("--fullscreen", on(platform::Display::fullscreen), "the whole screen, as in a hall");
    run->add_flag("--offscreen", on(platform::Display::offscreen), "in memory, where there is no display")->excludes(fullscreen);
    run->add_flag("--appliance", options.run.appliance, "this machine does nothing else: staff's \"shut down\" switches it off (systemctl poweroff)");
    auto* staff = cli.add_subcommand("staff", "who opens staff mode at this terminal with a PIN")->require_subcommand(1);
    add_to(*staff, "add", "give somebody a PIN: typed twice, or read from standard input where nobody types",
           [&](Journal& journal) { return app::add_member(journal, clock, options.name); })
        ->add_option("NAME", options.name, "who it is, as the event log will say")
        ->required();
    add_to(*staff, "list", "who has a PIN", [&](Journal& journal) {
        return app::list_members(journal, options.json);
    })->add_flag("--json", options.json, "for scripts");
    add_to(*staff, "remove", "take somebody's PIN away", [&](Journal& journal) { return app::remove_member(journal, clock, options.name); })
        ->add_option("NAME", options.name, "who it is")
        ->required();
    add("sync", "send what the centre does not have yet, and learn who voted elsewhere", [](Journal& journal) { return app::sync_now(journal); });
    add("export", "write all records to a file, for a USB stick", [&](Journal& journal) { return app::export_records(journal, options.file); })
        ->add_option("file", options.file, "the file to write")
        ->required();
    add("receipt", "take back the centre's receipt for an exported file", [&](Journal& journal) { return app::take_receipt(journal, options.file); })
        ->add_option("file", options.file, "the receipt file")
        ->required();
    add("status", "counts and states; never a choice", [&](Journal& journal) {
        return app::print_status(journal, options.json);
    })->add_flag("--json", options.json, "for scripts");

    command::add_self_description(cli);
    CLI11_PARSE(cli, argc, argv);
    if (!options.screens.empty()) return report(app::write_screens(options.election, options.screens, options.only));
    if (cli.get_subcommands().empty()) {
        std::cerr << cli.help();
        return 1;
    }
    return report(status);
}
