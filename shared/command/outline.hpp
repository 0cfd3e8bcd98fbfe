#pragma once
// What a command line understands, as values: what its manual and its completion are written from.

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace isoloir::command {

/// An option, or (POSITIONAL) an argument that is known by its place.
struct Argument {
    std::vector<std::string> names;    // "-h", "--help"; of a positional one: "FILE"
    std::string value;                 // what it takes, as "PATH"; empty for a flag
    std::vector<std::string> choices;  // the only words that it takes, where they are few
    std::string limits;                // what else its value must be
    std::string about;
    std::string otherwise;  // its value where nobody gives one
    std::string variable;   // the environment variable that gives it
    bool required{false};
    bool repeated{false};

    bool takes_path() const { return value == "PATH"; }
};

struct Command {
    std::vector<std::string> words;  // "isoloir-server", "terminal", "approve"
    std::string about;
    std::vector<Argument> options;
    std::vector<Argument> inherited;  // options of the commands above that may stand behind this one
    std::vector<Argument> positionals;
    std::vector<Command> commands;

    /// "isoloir-server terminal approve"
    std::string line(char between = ' ') const;
};

/// Of everything that `--help` shows, at any depth; hidden options and commands are left out.
Command outline(const CLI::App& app);

/// `command` and all below it that do something themselves, in order.
std::vector<const Command*> leaves(const Command& command);

}  // namespace isoloir::command
