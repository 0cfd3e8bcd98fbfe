#pragma once

#include <chrono>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::card {

/// The national number in a Belgian identity card's identity file, the one field that is looked at.
/// @param file   fields of tag (1 byte), length (7 bits a byte, the highest bit set on all but the last) and value; zeros
///               may follow the last
/// @param today  for births that would lie in the future
/// @error malformed  cut short, a field twice, a length written longer than need be, no or no valid national number
/// Source: "Belgian Electronic Identity Card content", EF(ID#RN)
Result<election::VoterIdentifier> parse_identity_file(ByteSpan file, std::chrono::year_month_day today);

}  // namespace isoloir::card
