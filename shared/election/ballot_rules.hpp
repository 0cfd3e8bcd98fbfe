#pragma once

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

constexpr std::uint32_t kMaxPoints = 1'000'000;  // for a project and for a ballot

/// Judges what one ballot may hold: limits that can be met, points where the kind has points and nowhere else, and a
/// choice that fits the blocks of a ballot. Part of check_definition.
/// @error malformed  with the place, "ballot.max_points"
Status check_ballot_rules(const Definition& definition);

}  // namespace isoloir::election
