#pragma once
// A roll turned into tags at once; nobody's identifier goes any further.

#include <chrono>
#include <functional>
#include <string_view>
#include <vector>

#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::roll {

constexpr std::size_t kMaxFileBytes = 256 * 1024 * 1024;

/// Told each line that does not read, and why; never who.
using Wrong = std::function<void(std::size_t line, const std::string& why)>;

/// The tags of all voters in a roll (csv.hpp), sorted, each once.
/// @error malformed  the file, or one of its lines: then nothing of it may be taken
Result<std::vector<election::VoterTag>> tags_of(std::string_view text, const election::Eligibility& eligibility, const crypto::SecretBytes& tag_key,
                                                std::chrono::year_month_day today, const Wrong& wrong);

}  // namespace isoloir::roll
