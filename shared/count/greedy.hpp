#pragma once

#include <span>
#include <vector>

#include "shared/count/outcome.hpp"
#include "shared/count/sums.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

/// What a project is ranked by, the greater the better: a sum, or a sum for each cent of a cost.
struct Score {
    std::uint64_t sum{0};
    Money per{};  // 0: the sum alone
};

/// Ranks and funds as greedy does. @param sums  with a number for each project
Outcome rank(const election::Definition& definition, const Sums& sums);

/// Counts ballots (each a list of marks) by the sum of their points, best first, and funds each project that still fits the
/// envelope; one that no longer fits is skipped and the next is tried. A project without points is not funded, however much
/// is left: nobody asked for it. In an approval each mark is one point, so that a sum is a number of votes.
/// Equal sums: wins_tie.
/// Source: Pabulib's "greedy"; the winners are those of greedy_utilitarian_welfare with cost satisfaction in pabutools
/// (which ranks by satisfaction per cost, that is by votes), compared in tests/shared/count.
Outcome greedy(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots);

/// Goes on greedily with what an outcome leaves of the envelope: its winners stay, all other projects are ranked after them.
/// @param scores  of each project; one without a sum is not funded
/// @param votes   of each project, as RankedProject::votes
/// @param skip    whether what does not fit is skipped; else the count ends there
Outcome fund_by(const election::Definition& definition, std::span<const Score> scores, std::span<const std::uint64_t> votes, bool skip, Outcome outcome);

}  // namespace isoloir::count
