#pragma once
// Pabulib files (pabulib.org/format): three sections META, PROJECTS and VOTES, semicolon-separated.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

struct PabulibVote {
    std::string voter_id;
    std::vector<Mark> marks;      // each project once, in the file's order; with points where the ballots are of points
    std::string voting_method{};  // "paper", "internet", or whatever the file says; empty where it says nothing
};

struct PabulibFile {
    std::map<std::string, std::string> meta;  // every key, also those we do not use
    Definition definition;
    std::vector<PabulibVote> votes;  // as the file has them; whether one fits the ballot's rules is the count's matter
};

constexpr std::size_t kMaxPabulibBytes = 256 * 1024 * 1024;

/// Reads a whole file or nothing: approval, cumulative and ordinal ballots (pabulib_rules).
/// @error malformed, refused  with "line N" as the place: unknown project, wrong number of columns or points, bad amount, invalid
///        UTF-8, repeated id, a vote type or rule that is not supported, num_projects or num_votes that do not add up
Result<PabulibFile> parse_pabulib(std::string_view text);

}  // namespace isoloir::election
