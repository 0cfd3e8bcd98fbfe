#pragma once

#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

/// For scripts: {"election","phase","report",…} and, once counted, "winners" (ids in order of selection), "spent",
/// "ballots", "invalid" and "ranking" ("votes" is what it goes by: points where the ballots are of points or rankings); amounts in
/// euros. The signed form is result.jws.
std::string result_json(const Standing& standing);

}  // namespace isoloir::publish
