#pragma once

#include "shared/count/profile.hpp"

namespace isoloir::count {

/// The Method of Equal Shares. The envelope is shared equally among the voters. In each round the project is funded whose supporters
/// pay least for each unit of satisfaction (rho), each in proportion to what the project gives to him, and who has less gives all of it; until no
/// project is left that its supporters can pay for together. Equal rho: wins_tie.
/// @param profile       of `satisfaction`, of a definition that was checked
/// @param satisfaction  cost: a project gives each supporter what it costs
/// Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities" (NeurIPS 2021);
/// method_of_equal_shares of pabutools, whose winners are compared in tests/shared/count.
Outcome equal_shares(const election::Definition& definition, const Profile& profile, Satisfaction satisfaction);

/// Equal shares with one unit of money more for each voter, again and again: the last outcome before one that costs more than the
/// envelope, or the first that leaves no room for any other project, also one without votes.
/// Source: "Add1", as exhaustion_by_budget_increase of pabutools with a step of one unit for each voter.
Outcome equal_shares_add1(const election::Definition& definition, const Profile& profile, Satisfaction satisfaction);

}  // namespace isoloir::count
