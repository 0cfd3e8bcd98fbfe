#pragma once
// A program with one of everything that a command line can have.

#include "shared/command/self_description.hpp"

namespace isoloir::test {

struct AProgram {
    CLI::App app{"An urn: it keeps what it is given.\nIt says `no more` when it is full.", "urn"};
    std::filesystem::path folder{"here"};
    std::filesystem::path file;
    std::string colour;
    unsigned count{3};
    bool quiet{false};

    AProgram()
    {
        app.set_version_flag("--version", "urn 7.1");
        app.fallthrough();
        app.add_option("-f,--folder", folder, "where it stands")->envname("URN_FOLDER")->capture_default_str();
        app.add_option("--secret", colour, "nobody's business")->group("");
        CLI::App* put = app.add_subcommand("put", "put something in");
        CLI::App* ballot = put->add_subcommand("ballot", "put a ballot in, as `urn take` gave it");
        ballot->add_option("FILE", file, "the ballot")->required();
        ballot->add_option("--colour", colour, "of its paper")->check(CLI::IsMember({"red", "white"}))->required();
        ballot->add_option("--count", count, "how many")->check(CLI::Range(1, 9))->capture_default_str();
        put->add_subcommand("lid", ".on top; it's heavy \\o/")->add_flag("--quiet", quiet, "without a sound");
        app.add_subcommand("empty", "turn it over");
        command::add_self_description(app);
    }
};

}  // namespace isoloir::test
