#pragma once
// The command line, as values. The same words are understood at a shell and by a running server's console.

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "sync-server/operations/settings.hpp"
#include "sync-server/store/folder.hpp"

namespace isoloir::app {

struct Arguments {
    std::string command;             // "terminal approve"
    std::vector<std::string> words;  // all of them, as typed
    operations::Settings settings;   // what the flags say, else the configuration file, else the defaults
    std::filesystem::path config;    // the file that was read; empty: none
    std::filesystem::path from;      // what relative paths are relative to
    bool forwarded{false};           // typed elsewhere, and run by the server of this folder
    bool json{false};
    bool replace{false};  // a roll, instead of adding to it
    std::uint32_t count{0};
    bool anyway{false};       // close although ballots may be on their way
    bool unpublished{false};  // a bundle for the trustees alone

    std::filesystem::path file;
    std::filesystem::path out;
    std::filesystem::path trustees;  // who hold the election key
    std::string hall;                // of a terminal or staff file
    std::string name;
    std::string role;
    std::vector<std::string> halls;  // of municipal staff
    std::string commune;             // of a hall, with what follows
    std::string address;
    std::string opening_hours;
    std::optional<double> latitude;  // in degrees
    std::optional<double> longitude;
    std::string terminal;
    std::string day_from;  // days, as 2026-11-23
    std::string until;

    store::Place place() const { return {settings.data, settings.key_file, settings.database}; }
};

/// What to do, or the exit code when nothing is left to do (help was printed, or an error).
struct Parsed {
    Arguments arguments;
    std::optional<int> done;
};

/// Reads the configuration file first: the one that `--config` or ISOLOIR_CONFIG names, or /etc/isoloir/server.toml where
/// nothing names a data folder either. Nothing of a broken one is used.
/// @param args  without the program's name; paths come back absolute
Parsed parse_arguments(const std::vector<std::string>& args, std::ostream& out, std::ostream& err);

}  // namespace isoloir::app
