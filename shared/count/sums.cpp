#include "shared/count/sums.hpp"

#include <algorithm>

namespace isoloir::count {

Sums& Sums::operator+=(const Sums& more)
{
    votes.resize(std::max(votes.size(), more.votes.size()));
    for (std::size_t i = 0; i < more.votes.size(); ++i) votes[i] += more.votes[i];
    ballots += more.ballots;
    invalid += more.invalid;
    return *this;
}

Sums& Sums::operator+=(const election::Selection& ballot)
{
    ++ballots;
    for (const election::Mark& mark : ballot.marks()) votes[mark.project] += mark.points;
    return *this;
}

Sums sum_up(const election::Definition& definition, std::span<const std::vector<election::Mark>> ballots)
{
    Sums sums{std::vector<std::uint64_t>(definition.projects.size())};
    for (const auto& ballot : ballots) {
        const auto selection = election::Selection::make(definition, ballot);
        if (selection) sums += *selection;
        else ++sums.invalid;
    }
    return sums;
}

}  // namespace isoloir::count
