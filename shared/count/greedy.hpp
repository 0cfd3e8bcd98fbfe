#pragma once

#include <optional>
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

/// What projects are ranked by greedily. Satisfaction by cost, for each cent of the cost, is a number of votes.
/// @param sums  of the satisfaction with each project, in votes where it is by cost
std::vector<Score> scores_of(const election::Definition& definition, std::span<const std::uint64_t> sums, std::optional<election::Satisfaction> satisfaction,
                             bool per_cost);

/// Ranks and funds what ballots added up to, under a greedy rule that counts sums (election::counts_sums); who supported
/// what is not known of sums.
/// @param sums  with a number for each project
Outcome rank(const election::Definition& definition, const Sums& sums);

/// Goes on greedily with what an outcome leaves of the envelope: its winners stay, all other projects are ranked after them, the
/// best score first, and each that still fits the envelope is funded. One without a score is not funded, however much is left:
/// nobody asked for it. Equal scores: wins_tie.
/// Source: Pabulib's "greedy"; the winners by sums are those of greedy_utilitarian_welfare with cost satisfaction in pabutools
/// (which ranks by satisfaction per cost, that is by votes), compared in tests/shared/count.
/// @param scores  of each project; one without a sum is not funded
/// @param votes   of each project, as RankedProject::votes
/// @param skip    whether what does not fit is skipped; else the count ends there
Outcome fund_by(const election::Definition& definition, std::span<const Score> scores, std::span<const std::uint64_t> votes, bool skip, Outcome outcome);

}  // namespace isoloir::count
