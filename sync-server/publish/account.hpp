#pragma once
// The account of the ballots, at any time: how many, from where, what became of them, and how anyone can check.

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// All that there is to say before the count.
std::string participation(const Standing& standing, const Words& words);

std::string by_place(const Standing& standing, const Words& words);

/// Every ballot received is in one of its lines.
std::string merge_report(const Standing& standing, const Words& words);

std::string proof(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
