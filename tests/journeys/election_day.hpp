#pragma once
// A centre and its halls in a throwaway folder, each command typed as its person types it.

#include <map>
#include <optional>

#include <nlohmann/json.hpp>

#include "tests/journeys/process.hpp"
#include "tests/support/a_free_port.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

using Words = std::vector<std::string>;
using Json = nlohmann::json;

/// A program that has to succeed. @return what it printed
std::string printed(const Ended& ended);
/// A program that has to refuse with a sentence, and no more than one. @return that sentence
std::string refused(const Ended& ended);
/// A program of ours, run to its end.
Ended run(const std::string& program, const Words& words);

class ElectionDay {
public:
    /// @param database  of PostgreSQL; empty: embedded
    explicit ElectionDay(std::string database = {});

    std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    std::string file(const std::string& name) const { return path(name).string(); }

    /// isoloir-server on the (first) centre's folder; isoloir-terminal on a hall's.
    Ended centre(const Words& words) const;
    Ended hall(const std::string& name, const Words& words) const;
    Process start_hall(const std::string& name, const Words& words) const;
    /// isoloir-hall: so many residents at this hall's terminal, always the same ones.
    Words residents(const std::string& name, int voters) const;

    Json status(const std::string& name) const;
    Json report() const;
    Json result() const;

    /// init alone: keys, and nobody to vote for yet.
    void init() const;
    /// init and election import of an election with nine projects.
    void found() const;
    /// A folder for another server of the same election, over the same database.
    void found_beside(const std::string& centre) const;
    /// enrol, terminal approve and provision, for the server of this folder.
    void set_up(const std::string& name, const std::string& centre = "centre") const;
    /// A server; each start takes the same ports.
    /// @param under  what starts it, as "prlimit --nofile=1024"
    Process serve(const std::string& centre = "centre", const Words& under = {});
    std::string page() const { return "https://127.0.0.1:" + std::to_string(ports_.at("centre").open) + "/"; }

private:
    struct Ports {
        int terminals{a_free_port()};
        int open{a_free_port()};
    };
    TemporaryFolder folder_;
    std::string database_;
    std::map<std::string, Ports> ports_;
};

/// The election that found() imports.
std::filesystem::path election_file();

}  // namespace isoloir::test
