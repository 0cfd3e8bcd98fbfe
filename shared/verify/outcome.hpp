#pragma once
// What the opened ballots say, and whether the signed result is what follows from them (PROTOCOL.md 11.5).

#include "shared/election/package.hpp"
#include "shared/verify/bundle_folder.hpp"
#include "shared/verify/checks.hpp"
#include "shared/verify/round.hpp"

namespace isoloir::verify {

/// What was found before; lent.
struct Found {
    const election::Package& package;
    const CountedList& counted;
    const std::vector<Round>& rounds;  // whose openings hold
    const std::string& checkpoint;     // as text
};

/// Notes "plaintexts", "tally" and "result".
bool check_outcome(BundleFolder& folder, const Found& found, Checks& checks);

}  // namespace isoloir::verify
