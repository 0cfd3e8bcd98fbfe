#pragma once
// What the opened ballots say, and whether the signed result is what follows from them (PROTOCOL.md 11.5).

#include "shared/election/package.hpp"
#include "shared/verify/bundle_folder.hpp"
#include "shared/verify/checks.hpp"
#include "shared/verify/round.hpp"

namespace isoloir::verify {

/// Notes "plaintexts", "tally" and "result".
/// @param rounds      whose openings hold
/// @param checkpoint  the bundle's, as text
bool check_outcome(BundleFolder& folder, const election::Package& package, std::span<const Round> rounds, const std::string& checkpoint, Checks& checks);

}  // namespace isoloir::verify
