#pragma once
// An outcome as the signed result has it (PROTOCOL.md 11.5).
//
//   {"ranking":[{"project":id,"votes":n,"verdict":"funded","left_before":cents},…],"winners":[id,…],"spent":cents,"ballots":n,
//    "invalid":n,"rounds":[{"project":id,"score":"163/8","supporters":n,"left_before":cents},…]}
//
// A rule's own alone: "supporters_had" in a ranking's item whose supporters ran out, "gave_all" and "completing":true in rounds,
// and "share". Fractions as count::Exact writes them.

#include <nlohmann/json.hpp>

#include "shared/base/result.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::verify {

nlohmann::ordered_json outcome_json(const count::Outcome& outcome, const election::Definition& definition);

/// @error malformed  with the member's place below "outcome"
Result<count::Outcome> read_outcome(const wire::Json& json, const election::Definition& definition);

}  // namespace isoloir::verify
