#pragma once
// The rounds of a count as tables; on a narrow screen each row is a card whose numbers bear their columns' names.

#include <string>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// A row for each project funded; nothing without any.
std::string rounds_table(const election::Definition& definition, const count::Outcome& outcome, const Words& words);

/// A row for each other project, and why; nothing without any.
std::string missed_table(const election::Definition& definition, const count::Outcome& outcome, const Words& words);

}  // namespace isoloir::publish
