#pragma once
// What files say of an outcome, one project and one round at a time: PROTOCOL.md 11.6, and the same in units of money for scripts.

#include <nlohmann/json.hpp>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

/// How a file writes an amount.
using WriteAmount = nlohmann::ordered_json (*)(Money);
nlohmann::ordered_json in_cents(Money amount);
/// The shortest number: 49548, not 49548.0.
nlohmann::ordered_json in_units(Money amount);

/// {"project":id,"votes":n,"verdict":"funded","left_before":amount}, and "supporters_had":"163/8" where they ran out.
nlohmann::ordered_json ranked_json(const RankedProject& ranked, const election::Definition& definition, WriteAmount amount);

/// Of a round that equal shares itself funded, it is known who gave all.
bool says_who_gave_all(const Round& round, const election::Rule& rule);

/// {"project":id,"score":"163/8","supporters":n,"left_before":amount}, and where a rule has it "gave_all":n, "completing":true.
nlohmann::ordered_json round_json(const Round& round, const election::Definition& definition, const election::Rule& rule, WriteAmount amount);

}  // namespace isoloir::count
