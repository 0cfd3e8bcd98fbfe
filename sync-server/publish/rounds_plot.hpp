#pragma once
// How the envelope was spent, and what was missing, as bars; the tables say the same to those who do not see them.

#include <string>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The envelope as a bar for each round, from what was granted before to what is granted after it; nothing without any round.
std::string spending_plot(const election::Definition& definition, const count::Outcome& outcome, const Words& words);

/// The cost of each project that money was missing for, and how much of it there was; nothing without any.
std::string lacking_plot(const election::Definition& definition, const count::Outcome& outcome, const Words& words);

}  // namespace isoloir::publish
