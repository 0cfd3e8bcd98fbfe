#include "shared/verify/rule_options.hpp"

#include <CLI/CLI.hpp>

#include "shared/election/counting_rules.hpp"

namespace isoloir::verify {
namespace {

template <class Enum, std::size_t N>
CLI::IsMember one_of(const WordTable<Enum, N>& known)
{
    std::vector<std::string> words;
    for (const auto& [value, word] : known) words.emplace_back(word);
    return CLI::IsMember(words);
}

}  // namespace

election::Rule RuleOptions::chosen(const election::Rule& of_file) const
{
    // What the options say was checked while they were read.
    election::Rule chosen = of_file;
    if (!rule.empty()) chosen = {*value_of(election::kRuleKinds, rule)};
    if (!satisfaction.empty()) chosen.satisfaction = value_of(election::kSatisfactions, satisfaction);
    if (!completion.empty()) chosen.completion = *value_of(election::kCompletions, completion);
    if (skip) chosen.skip = *skip;
    return chosen;
}

void add_rule_options(CLI::App& command, RuleOptions& options)
{
    command
        .add_option("--rule", options.rule,
                    "the counting rule: greedy (by votes or points), greedy-per-cost (by votes or points for each unit of money), mes (the Method of Equal "
                    "Shares), phragmen (Phragmén's sequential rule, for approvals). Default: what the file names, else greedy")
        ->check(one_of(election::kRuleKinds));
    command
        .add_option("--satisfaction", options.satisfaction,
                    "what a funded project gives each of its supporters: votes (1), cost (what it costs), points (what the ballot gives it), borda (how many "
                    "of the ballot's projects stand after it). Default: approval votes, with mes cost; cumulative points; ordinal borda, with greedy the "
                    "points of the places")
        ->check(one_of(election::kSatisfactions));
    command
        .add_option(
            "--completion", options.completion,
            "what follows mes: none, add1 (again with one unit of money more for each voter, while the winners fit the budget), add1-greedy (that, then "
            "greedily with what is left), greedy. Default: none")
        ->check(one_of(election::kCompletions));
    CLI::Option* skip = command.add_flag_callback(
        "--skip", [&options] { options.skip = true; }, "greedy and greedy-per-cost: skip what no longer fits (the default)");
    command
        .add_flag_callback(
            "--no-skip", [&options] { options.skip = false; }, "greedy and greedy-per-cost: end the count at the first that no longer fits")
        ->excludes(skip);
}

}  // namespace isoloir::verify
