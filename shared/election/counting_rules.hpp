#pragma once
// The counting rules, and what may be said beside each.
//
//   kind             satisfaction                          completion   skip
//   greedy           votes, points, borda                  –            yes
//   greedy_per_cost  votes, cost, points, borda            –            yes
//   equal_shares     votes, cost, points, borda            yes          –
//   phragmen         – (of an approval alone)              –            –
//
// Satisfaction, of one voter with one project that the ballot names:
//   votes   1 (pabutools' cardinality)
//   cost    what the project costs
//   points  what the ballot gives it (Mark); of ballots of points and of rankings
//   borda   how many projects of the ballot stand after it, so that the last one gives none; of rankings

#include "shared/base/result.hpp"
#include "shared/base/words.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

constexpr WordTable<RuleKind, 4> kRuleKinds{
    {{RuleKind::greedy, "greedy"}, {RuleKind::greedy_per_cost, "greedy-per-cost"}, {RuleKind::equal_shares, "mes"}, {RuleKind::phragmen, "phragmen"}}};
constexpr WordTable<Satisfaction, 4> kSatisfactions{
    {{Satisfaction::votes, "votes"}, {Satisfaction::cost, "cost"}, {Satisfaction::points, "points"}, {Satisfaction::borda, "borda"}}};
constexpr WordTable<Completion, 4> kCompletions{
    {{Completion::none, "none"}, {Completion::add1, "add1"}, {Completion::add1_greedy, "add1-greedy"}, {Completion::greedy, "greedy"}}};

constexpr WordTable<TieBreak, 4> kTies{{{TieBreak::project_id, "project-id"},
                                        {TieBreak::ballot_order, "ballot-order"},
                                        {TieBreak::lowest_cost, "lowest-cost"},
                                        {TieBreak::highest_cost, "highest-cost"}}};

/// The rule with a satisfaction, where its kind has one.
/// Default: approval: votes, for equal shares cost;  points: points;  ranking: borda, for greedy points (what the places give).
/// @error refused  a combination that the table above has not, with the member: "satisfaction"
Result<Rule> settled(BallotKind ballots, Rule rule);

/// Whether what ballots add up to (count::Sums) decides, so that sums of rounds can be ranked while ballots are still out.
bool counts_sums(BallotKind ballots, const Rule& rule);

/// Part of check_definition.
/// @error refused  as settled, or a live ranking under a rule that does not count sums
Status check_rule(const Definition& definition);

}  // namespace isoloir::election
