#pragma once
// How the centre stands, as families: ballots, log, terminals.

#include "sync-server/app/centre.hpp"
#include "sync-server/figures/family.hpp"

namespace isoloir::figures {

Families standing_families(const app::Centre& centre);

}  // namespace isoloir::figures
