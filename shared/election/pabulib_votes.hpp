#pragma once
// The VOTES section of a Pabulib file: what each voter chose, with points in a cumulative vote and in order in an ordinal one.

#include <string>
#include <unordered_map>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/election/pabulib.hpp"
#include "shared/election/pabulib_table.hpp"

namespace isoloir::election {

using ProjectIndex = std::unordered_map<std::string, std::size_t>;

/// @error malformed  with the line
Result<std::vector<PabulibVote>> read_votes(PabulibLines& lines, const ProjectIndex& index, BallotKind kind);

}  // namespace isoloir::election
