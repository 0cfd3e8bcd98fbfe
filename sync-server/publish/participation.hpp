#pragma once
// How many came, by which way, when and from where.

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The number of ballots and its shares, and what is known of the choices: nothing yet.
std::string participation(const Standing& standing, const Words& words);

/// By day, then by hour; nothing before the first ballot.
std::string by_time(const Standing& standing, const Words& words);

/// By commune, where halls say in which they lie.
std::string by_commune(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
