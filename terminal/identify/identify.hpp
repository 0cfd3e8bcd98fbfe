#pragma once

#include <chrono>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::identify {

enum class Problem { number_wrong, code_wrong, too_young };

/// Judges what a voter typed.
/// @param today  for the age and for births that would lie in the future
tl::expected<election::VoterIdentifier, Problem> judge(election::IdentifierKind kind, std::string_view typed, const election::Eligibility& eligibility,
                                                       std::chrono::year_month_day today);

}  // namespace isoloir::identify
