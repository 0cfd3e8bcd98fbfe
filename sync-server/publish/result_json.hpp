#pragma once

#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

/// For scripts: {"election","phase","report",…} and, once counted, "winners" (ids in order of selection), "spent",
/// "ballots", "invalid", "ranking" ("votes": points where the ballots are of points or rankings), the members of the rule as in the
/// package, with the satisfaction that it leaves unsaid, and "rounds" and "share" as in result.jws; amounts in euros, scores as
/// exact fractions. Where halls and online were counted apart, "channels" says the same "ballots", "invalid" and "votes" of each.
/// The signed form is result.jws.
std::string result_json(const Standing& standing);

/// How things stand while the vote goes on, in one line; money in euros:
///
///   {"version":n,"election":…,"phase":"open","ranking":"live"|"sealed",
///    "participation":{"accepted":n,"in_halls":n,"online":n,"by_place":[{"place":hall,"accepted":n},…],
///                     "by_day":{"2022-03-01":n,…},"by_hour":[24 numbers]},
///    "standing":{"envelope":…,"winners":[id,…],"spent":…,"ballots":n,"invalid":n,"ranking":[…]}}
///
/// "standing" is there where something may be told of the choices: after the count, and of a live ranking once ballots
/// were opened; "ballots" and "invalid" then are those that were.
std::string live_json(const Standing& standing);

}  // namespace isoloir::publish
