#pragma once
// What the META section of a Pabulib file says of the ballots and of their count.
//
//   vote_type    kind       and what bounds a ballot; all of it may be left out
//   approval     approval   min_length, max_length, max_sum_cost
//   ordinal      ranking    the same
//   cumulative   points     the same, max_points (else max_sum_points), max_sum_points (else max_points for each project)
//
// A least number of points is refused where min_length does not already see to it: our ballots may always say less.
// How they were counted: "rule" and, a key of our own, "satisfaction"; a rule that we do not know is read as greedy.
//
// "scoring" is refused: scores may be negative, and a project that a vote does not name has one, too (default_score).

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"
#include "shared/election/pabulib_meta.hpp"

namespace isoloir::election {

/// @error malformed, refused  with the line: no vote_type, or one that is not supported
Result<BallotKind> ballot_kind_from_meta(const PabulibMeta& meta);

/// @param projects  how many the file has: no ballot holds more
/// @error malformed, refused  with the line
Result<BallotRules> ballot_rules_from_meta(const PabulibMeta& meta, std::size_t projects);

/// @error refused  with the line: a satisfaction that is not known
Result<Rule> rule_from_meta(const PabulibMeta& meta);

/// META's word for a kind: "cumulative".
const char* vote_type_of(BallotKind kind);

/// META's word for a rule: "equalshares/add1".
std::string pabulib_word_of(const Rule& rule);

}  // namespace isoloir::election
