#include "shared/verify/rule_options.hpp"

#include <array>

#include <CLI/CLI.hpp>

namespace isoloir::verify {
namespace {

using count::Completion;
using count::Kind;
using count::Satisfaction;

constexpr std::array kKinds{Kind::greedy, Kind::greedy_per_cost, Kind::equal_shares, Kind::phragmen};
constexpr std::array kSatisfactions{Satisfaction::votes, Satisfaction::cost, Satisfaction::points, Satisfaction::borda};
constexpr std::array kCompletions{Completion::none, Completion::add1, Completion::add1_greedy, Completion::greedy};

template <class Enum, std::size_t N>
CLI::IsMember one_of(const std::array<Enum, N>& values)
{
    std::vector<std::string> words;
    for (const Enum value : values) words.emplace_back(word_of(value));
    return CLI::IsMember(words);
}

/// @param word  one of them, as the option has checked
template <class Enum, std::size_t N>
Enum named(const std::array<Enum, N>& values, const std::string& word)
{
    for (const Enum value : values)
        if (word == word_of(value)) return value;
    return values.front();
}

}  // namespace

const char* word_of(Kind kind)
{
    switch (kind) {
        case Kind::greedy: break;
        case Kind::greedy_per_cost: return "greedy-per-cost";
        case Kind::equal_shares: return "mes";
        case Kind::phragmen: return "phragmen";
    }
    return "greedy";
}

const char* word_of(Satisfaction satisfaction)
{
    switch (satisfaction) {
        case Satisfaction::votes: break;
        case Satisfaction::cost: return "cost";
        case Satisfaction::points: return "points";
        case Satisfaction::borda: return "borda";
    }
    return "votes";
}

const char* word_of(Completion completion)
{
    switch (completion) {
        case Completion::none: break;
        case Completion::add1: return "add1";
        case Completion::add1_greedy: return "add1-greedy";
        case Completion::greedy: return "greedy";
    }
    return "none";
}

const char* word_of(count::Verdict verdict)
{
    switch (verdict) {
        case count::Verdict::funded: break;
        case count::Verdict::does_not_fit: return "does_not_fit";
        case count::Verdict::no_votes: return "no_votes";
        case count::Verdict::supporters_ran_out: return "supporters_ran_out";
        case count::Verdict::not_reached: return "not_reached";
    }
    return "funded";
}

count::Rule RuleOptions::chosen() const
{
    count::Rule chosen{named(kKinds, rule), std::nullopt, named(kCompletions, completion), skip};
    if (!satisfaction.empty()) chosen.satisfaction = named(kSatisfactions, satisfaction);
    return chosen;
}

void add_rule_options(CLI::App& command, RuleOptions& options)
{
    command
        .add_option("--rule", options.rule,
                    "the counting rule: greedy (by votes or points), greedy-per-cost (by votes or points for each unit of money), mes (the Method of Equal "
                    "Shares), phragmen (Phragmén's sequential rule, for approvals)")
        ->check(one_of(kKinds))
        ->capture_default_str();
    command
        .add_option("--satisfaction", options.satisfaction,
                    "what a funded project gives each of its supporters: votes (1), cost (what it costs), points (what the ballot gives it), borda (how many "
                    "of the ballot's projects stand after it). Default: approval votes, with mes cost; cumulative points; ordinal borda, with greedy the "
                    "points of the places")
        ->check(one_of(kSatisfactions));
    command
        .add_option(
            "--completion", options.completion,
            "what follows mes: none, add1 (again with one unit of money more for each voter, while the winners fit the budget), add1-greedy (that, then "
            "greedily with what is left), greedy")
        ->check(one_of(kCompletions))
        ->capture_default_str();
    CLI::Option* skip = command.add_flag_function(
        "--skip", [](std::int64_t) {}, "greedy and greedy-per-cost: skip what no longer fits (the default)");
    command
        .add_flag_callback(
            "--no-skip", [&options] { options.skip = false; }, "greedy and greedy-per-cost: end the count at the first that no longer fits")
        ->excludes(skip);
}

}  // namespace isoloir::verify
