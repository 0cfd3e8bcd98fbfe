#pragma once

#include <span>
#include <vector>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

/// What ballots add up to, before anything is ranked. Sums of two sets of ballots add up to those of both.
struct Sums {
    std::vector<std::uint64_t> votes;  // of each project of the definition, as RankedProject::votes
    std::uint64_t ballots{0};          // valid ones
    std::uint64_t invalid{0};

    Sums& operator+=(const Sums& more);
    bool operator==(const Sums&) const = default;
};

/// A ballot outside the definition's rules (Selection::make) is counted as invalid and nowhere else.
Sums sum_up(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots);

/// Ranks and funds as greedy does. @param sums  with a number for each project
Outcome rank(const election::Definition& definition, const Sums& sums);

/// Counts ballots (each a list of marks) by the sum of their points, best first, and funds each project that still fits the
/// envelope; one that no longer fits is skipped and the next is tried. A project without points is not funded, however much
/// is left: nobody asked for it. In an approval each mark is one point, so that a sum is a number of votes.
/// Equal sums: as definition.ties says; ids are compared as text, byte by byte, so "10" goes before "9".
/// Source: Pabulib's "greedy"; the winners are those of greedy_utilitarian_welfare with cost satisfaction in pabutools
/// (which ranks by satisfaction per cost, that is by votes), compared in tests/shared/count.
Outcome greedy(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots);

}  // namespace isoloir::count
