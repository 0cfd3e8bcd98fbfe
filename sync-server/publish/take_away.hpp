#pragma once

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The files that people take away from a count, with what each is for; nothing before there is a count.
std::string take_away(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
