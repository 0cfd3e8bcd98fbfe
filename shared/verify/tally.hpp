#pragma once
// A direct count of a Pabulib file, as anyone can repeat it.

#include <filesystem>
#include <string>

#include "shared/base/result.hpp"
#include "shared/count/rule.hpp"
#include "shared/election/election.hpp"
#include "shared/verify/rule_options.hpp"

namespace isoloir::verify {

struct Tally {
    election::Definition definition;
    count::Rule rule;  // settled
    count::Outcome outcome;
};

/// Reads the file and counts its votes.
/// @error malformed, refused, not_found, io  with file and line, or the option that does not suit the ballots
Result<Tally> tally_file(const std::filesystem::path& path, const RuleOptions& options);

/// One line; money in units as in the file:
///   {"winners":[ids in order of selection],"spent":n,"ballots":n,"invalid":n,"rule":"mes","satisfaction":"cost","completion":"none",
///    "share":"2000000/7683","share_decimal":n,
///    "rounds":[{"project":id,"score":"163/8","score_decimal":20.375,"supporters":n,"gave_all":n,"cost":n,"left_before":n},…],
///    "not_funded":[{"project":id,"verdict":"supporters-ran-out","votes":n,"cost":n,"left_before":n,"supporters_had":"163/8",
///                   "supporters_had_decimal":20.375},…]}
/// Scores: count::Round. The rule's own alone: "satisfaction" but of phragmen, "completion", "share", "gave_all" and
/// "supporters_had" of mes. "completing":true stands in rounds that a completion added greedily. What ends in "decimal" is rounded.
std::string tally_json(const Tally& tally);

/// The ranking as a table with one line for each project, and the sums below it; after other rules than greedy also what
/// decided each round.
std::string tally_table(const Tally& tally);

}  // namespace isoloir::verify
