#pragma once

#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

/// For scripts: {"election","phase","report",…} and, once counted, "winners" (ids in order of selection), "spent" and
/// costs in units as in the election file, "ballots", "invalid", "ranking". The signed form is result.jws.
std::string result_json(const Standing& standing);

}  // namespace isoloir::publish
