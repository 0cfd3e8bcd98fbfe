#pragma once
// Counting, under any rule of election/counting_rules.hpp.

#include <span>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

using election::Completion;
using election::Rule;
using election::RuleKind;
using election::Satisfaction;

/// Counts ballots (each a list of marks). A ballot outside the definition's rules is counted as invalid and nowhere else, so that it
/// has no share in equal shares either; an empty one has. A project without satisfaction is not funded, however much is left.
/// @error refused  as election::settled
Result<Outcome> tally(const election::Definition& definition, const Rule& rule, std::span<const std::vector<election::Mark>> ballots);

/// The same under the rule of the definition, which was checked.
Outcome tally(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots);

}  // namespace isoloir::count
