// isoloir-trustee: makes an election's key with the other trustees, and counts with it, each on their own machine.

#include <iostream>

#include <CLI/CLI.hpp>

#include "shared/command/self_description.hpp"
#include "shared/crypto/sodium.hpp"
#include "sync-server/trustee/commands.hpp"

namespace {

using namespace isoloir;
using trustee::Arguments;

int failed(const Error& error)
{
    std::cerr << "isoloir-trustee: " << error.text() << '\n';
    return 1;
}

int ended(const Status& status)
{
    if (!status) return failed(status.error());
    return std::cout.flush() ? 0 : 1;
}

int ended(const Result<bool>& goes_on)
{
    if (!goes_on) return failed(goes_on.error());
    return std::cout.flush() && *goes_on ? 0 : 1;
}

struct Commands {
    CLI::App app{
        "Isoloir's program for trustees: together they make the key of an election, which any T of them can use and\n"
        "fewer cannot, and open its urn once it is mixed.\n"
        "Each runs it on their own machine, with a folder of their own (FOLDER), and all hand round one more (EXCHANGE).",
        "isoloir-trustee"};
    Arguments values;
    CLI::App* init{command("init", "make your own folder, your signing key and your card")};
    CLI::App* convene{command("convene", "gather all trustees' cards into a ceremony")};
    CLI::App* ceremony{command("ceremony", "take your next step: verify what is there, and write what you owe")};
    CLI::App* status{command("status", "how a ceremony stands, for anybody: nothing secret is needed")};
    CLI::App* mix{command("mix", "verify what is to be counted, and mix it with a proof")};
    CLI::App* open{command("open", "verify what all trustees mixed, and open it in part with your share")};
    CLI::App* backup{command("backup", "write your share on one page to be printed, as words and as a QR code")};
    CLI::App* restore{command("restore", "bring your share back from paper, into a new folder")};

    Commands()
    {
        app.set_version_flag("--version", "isoloir-trustee " ISOLOIR_VERSION);
        app.require_subcommand(1);
        init->add_option("FOLDER", values.folder, "where your keys will be")->required();
        init->add_option("--name", values.name, "your name, as the other trustees know it")->required();
        convene->add_option("EXCHANGE", values.exchange, "the folder that all trustees will hand round")->required();
        convene->add_option("--threshold", values.threshold, "how many trustees must open the urn together")->required();
        convene->add_option("CARD", values.cards, "the card of each trustee")->required();
        ceremony->add_option("FOLDER", values.folder, "your own folder")->required();
        exchange(*ceremony);
        ceremony->add_flag("--yes", values.yes, "all fingerprints were compared and are right");
        exchange(*status);
        status->add_flag("--json", values.json, "print JSON for scripts");
        for (CLI::App* sub : {mix, open}) {
            sub->add_option("FOLDER", values.folder, "your own folder")->required();
            sub->add_option("BUNDLE", values.bundle, "what is counted: the folder that `isoloir-server bundle` wrote, handed from trustee to trustee")
                ->required();
        }
        backup->add_option("FOLDER", values.folder, "your own folder")->required();
        backup->add_option("--out", values.out, "the page (PDF)")->required();
        backup->add_option("--key", values.key, "the beginning of the key's fingerprint, where you have shares of several");
        restore->add_option("FOLDER", values.folder, "the new folder")->required();
        restore->add_option("--trustees", values.trustees, "the election's trustees.json")->required();
        restore->add_option("--words", values.words, "file with the page's words or the QR code's text (else the standard input)");
        for (CLI::App* sub : {init, ceremony, mix, open, backup, restore})
            sub->add_option("--passphrase-file", values.passphrase_file, "file with your passphrase (else $ISOLOIR_PASSPHRASE, else asked for)");
        command::add_self_description(app);
    }
    CLI::App* command(const char* name, const char* what) { return app.add_subcommand(name, what); }
    void exchange(CLI::App& sub) { sub.add_option("EXCHANGE", values.exchange, "the folder that all trustees hand round")->required(); }
};

}  // namespace

int main(int argc, char* argv[])
{
    Commands commands;
    try {
        commands.app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return commands.app.exit(error) == 0 ? 0 : 2;
    }
    if (!crypto::start()) return failed({Errc::internal, "this machine has no usable random source", {}});
    const Arguments& arguments = commands.values;
    const SystemClock clock;
    crypto::SystemRandom random;
    if (*commands.init) return ended(trustee::init(arguments, random, std::cout));
    if (*commands.convene) return ended(trustee::convene(arguments, random, std::cout));
    if (*commands.ceremony) return ended(trustee::ceremony(arguments, random, std::cout));
    if (*commands.status) return ended(trustee::status(arguments, std::cout));
    if (*commands.mix) return ended(trustee::mix(arguments, random, std::cout));
    if (*commands.open) return ended(trustee::open(arguments, random, std::cout));
    if (*commands.backup) return ended(trustee::backup(arguments, clock, std::cout));
    return ended(trustee::restore(arguments, random, std::cout));
}
