#pragma once
// An identifier as it stands in files of others: rolls and online votes.

#include <chrono>
#include <optional>
#include <string_view>

#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::roll {

struct Identified {
    election::VoterIdentifier voter;
    std::optional<std::chrono::year_month_day> born;  // where the identifier tells
};

/// Eleven digits are a national number, right or wrong, where the election takes those: a mistyped one never turns into a
/// voter code.
/// @error malformed
Result<Identified> read_identifier(std::string_view written, const election::Eligibility& eligibility, std::chrono::year_month_day today);

}  // namespace isoloir::roll
