#pragma once
// Where people vote: a drawing made of nothing but the halls' own places, and the list that says the same in words.

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// Nothing where no hall is known.
std::string where_to_vote(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
