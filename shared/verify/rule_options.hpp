#pragma once
// A counting rule as the command line says it.

#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "shared/election/election.hpp"

namespace isoloir::verify {

/// The words of --rule, --satisfaction and --completion; empty where they are not said.
struct RuleOptions {
    std::string rule{};
    std::string satisfaction{};
    std::string completion{};
    std::optional<bool> skip{};

    /// @param of_file  the rule where --rule names none
    election::Rule chosen(const election::Rule& of_file) const;
};

/// @param options  must outlive the parsing
void add_rule_options(CLI::App& command, RuleOptions& options);

}  // namespace isoloir::verify
