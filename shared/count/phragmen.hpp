#pragma once

#include "shared/count/profile.hpp"

namespace isoloir::count {

/// Phragmén's sequential rule, with costs. A project's cost is a load that its supporters bear so that all of them are then
/// loaded alike; in each round the project is funded after which its supporters bear the least. Equal loads: wins_tie. The
/// rule ends with the first round in which a project among the best no longer fits; one that costs more than the whole envelope does not take
/// part.
/// @param profile  of an approval, with satisfaction votes
/// Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation" (2017); with costs Los, Christoff,
/// Grossi, "Proportional Budget Allocations: Towards a Systematization" (2022); sequential_phragmen of pabutools, whose winners are
/// compared in tests/shared/count (it also funds projects without votes, where there is room for all; here nobody asked for them).
Outcome phragmen(const election::Definition& definition, const Profile& profile);

}  // namespace isoloir::count
