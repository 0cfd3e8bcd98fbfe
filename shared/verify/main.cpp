// isoloir-verify: lets anyone repeat a count.

#include <iostream>

#include <CLI/CLI.hpp>

#include "shared/verify/tally.hpp"

int main(int argc, char* argv[])
{
    CLI::App app{"Isoloir's public verifier: repeats a count from published files."};
    app.set_version_flag("--version", "isoloir-verify " ISOLOIR_VERSION);
    app.require_subcommand(1);

    std::string file;
    std::string rule = "greedy";
    bool json = false;
    auto* tally = app.add_subcommand("tally", "count the ballots of a Pabulib file");
    tally->add_option("file", file, "a Pabulib file (.pb)")->required();
    tally->add_option("--rule", rule, "the counting rule")->check(CLI::IsMember({"greedy"}))->capture_default_str();
    tally->add_flag("--json", json, "print winners, spent, ballots and invalid as one line of JSON");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }

    const auto counted = isoloir::verify::tally_file(file);
    if (!counted) {
        std::cerr << "isoloir-verify: " << counted.error().text() << '\n';
        return 1;
    }
    std::cout << (json ? isoloir::verify::tally_json(*counted) : isoloir::verify::tally_table(*counted));
    return std::cout.flush() ? 0 : 1;
}
