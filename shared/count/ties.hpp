#pragma once

#include <cstddef>
#include <vector>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

/// Whether project a goes before project b where the rule finds both equally good: as definition.ties says, and by id where that
/// leaves them equal. Ids are compared as text, byte by byte, so "10" goes before "9" (pabutools' lexico_tie_breaking).
bool wins_tie(const election::Definition& definition, std::size_t a, std::size_t b);

/// Those that a rule did not rank itself.
std::vector<RankedProject> most_votes_first(const election::Definition& definition, std::vector<RankedProject> projects);

}  // namespace isoloir::count
