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

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

enum class Kind { greedy, greedy_per_cost, equal_shares, phragmen };
enum class Satisfaction { votes, cost, points, borda };
/// What follows equal shares, which alone may leave much of the envelope.
enum class Completion {
    none,
    add1,         // again with one unit of money more for each voter, as long as the winners fit the envelope, until nothing else fits
    add1_greedy,  // the same, and greedily with what is then left
    greedy,       // greedily with what is left
};

struct Rule {
    Kind kind{Kind::greedy};
    std::optional<Satisfaction> satisfaction{};  // none: as settled() says
    Completion completion{Completion::none};
    bool skip{true};  // greedy kinds: what does not fit is skipped; else the count ends there
};

/// The rule with a satisfaction, where its kind has one.
/// Default: approval: votes, for equal shares cost;  points: points;  ranking: borda, for greedy points (what the places give).
/// @error refused  a combination that the table above has not
Result<Rule> settled(const election::Definition& definition, Rule rule);

/// Counts ballots (each a list of marks). A ballot outside the definition's rules is counted as invalid and nowhere else, so that it
/// has no share in equal shares either; an empty one has. A project without satisfaction is not funded, however much is left.
/// @error refused  as settled
Result<Outcome> tally(const election::Definition& definition, const Rule& rule, std::span<const std::vector<election::Mark>> ballots);

}  // namespace isoloir::count
