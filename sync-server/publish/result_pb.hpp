#pragma once
// The result as a Pabulib file, for whoever counts again: `isoloir-verify tally result.pb`.

#include <span>
#include <string>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/counting/rounds.hpp"

namespace isoloir::publish {

/// Whether each ballot may be published, or the totals alone: a choice among few is nearly a name (PROTOCOL.md 11.2).
/// @param ballots  that count, also those that are invalid
bool publishes_ballots(const election::Definition& definition, std::uint64_t ballots);
bool publishes_ballots(const election::Definition& definition, const count::Outcome& outcome);

/// Every ballot that could be read, under its line number: PROTOCOL.md 11.5. Where halls and online were counted apart, the
/// halls' come first, and "voting_method" says of each "paper" or "internet", as Pabulib's own files do. What could not be read
/// is told in META's "comment"; it adds to no project.
/// @param outcome  of these ballots, which must be so many that they may be published
std::string result_pb(const election::Definition& definition, const count::Outcome& outcome, std::span<const counting::OpenedRound> rounds);

}  // namespace isoloir::publish
