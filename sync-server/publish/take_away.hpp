#pragma once

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The files that people take away from a count, with what each is for, and why there is none of the halls alone where there
/// could not be; nothing before there is a count.
std::string take_away(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
