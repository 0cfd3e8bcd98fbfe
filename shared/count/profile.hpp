#pragma once
// The valid ballots, by project: what all rules count here. The outcome's ballots and supporters are filled in from it by tally.

#include <cstdint>
#include <span>
#include <vector>

#include "shared/count/rule.hpp"
#include "shared/count/sums.hpp"

namespace isoloir::count {

struct Supporter {
    std::uint32_t voter{0};    // from 0, in the order of the valid ballots
    std::uint32_t utility{1};  // above 0: what the project gives the voter, in the project's unit (1, or its cost)
};

struct Profile {
    Sums sums;
    std::vector<std::vector<Supporter>> supporters;  // of each project, ascending by voter

    std::size_t voters() const { return sums.ballots; }
    /// The utilities of a project together.
    std::uint64_t utility(std::size_t project) const;
};

/// @param satisfaction  cost: as votes, since all supporters of a project are given the same; its cost is the unit
/// @param ballots       at most 2³² − 1
Profile profile_of(const election::Definition& definition, Satisfaction satisfaction, std::span<const std::vector<election::Mark>> ballots);

}  // namespace isoloir::count
