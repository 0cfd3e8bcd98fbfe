#pragma once
// A counting rule as the command line says it.

#include <string>

#include <CLI/App.hpp>

#include "shared/count/rule.hpp"

namespace isoloir::verify {

/// The words of --rule, --satisfaction and --completion. An empty satisfaction is the ballots' usual one.
struct RuleOptions {
    std::string rule{"greedy"};
    std::string satisfaction{};
    std::string completion{"none"};
    bool skip{true};

    count::Rule chosen() const;
};

/// @param options  must outlive the parsing
void add_rule_options(CLI::App& command, RuleOptions& options);

const char* word_of(count::Kind kind);
const char* word_of(count::Satisfaction satisfaction);
const char* word_of(count::Completion completion);
/// "does_not_fit"
const char* word_of(count::Verdict verdict);

}  // namespace isoloir::verify
