#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shared/election/election.hpp"
#include "shared/election/selection.hpp"

namespace isoloir::count {

/// What ballots add up to, before anything is ranked. Sums of two sets of ballots add up to those of both.
struct Sums {
    std::vector<std::uint64_t> votes;  // of each project of the definition, as RankedProject::votes
    std::uint64_t ballots{0};          // valid ones
    std::uint64_t invalid{0};

    Sums& operator+=(const Sums& more);
    /// One valid ballot more. `votes` has a number for each of its projects.
    Sums& operator+=(const election::Selection& ballot);
    bool operator==(const Sums&) const = default;
};

/// A ballot outside the definition's rules (Selection::make) is counted as invalid and nowhere else.
Sums sum_up(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots);

}  // namespace isoloir::count
