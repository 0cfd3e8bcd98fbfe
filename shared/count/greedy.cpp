#include "shared/count/greedy.hpp"

#include <algorithm>
#include <numeric>

#include "shared/election/selection.hpp"

namespace isoloir::count {
namespace {

using election::Definition;
using election::TieBreak;

/// Whether project a goes before project b when both have equal sums.
bool wins_tie(const Definition& definition, std::size_t a, std::size_t b)
{
    const auto& first = definition.projects[a];
    const auto& second = definition.projects[b];
    switch (definition.ties) {
        case TieBreak::ballot_order: return a < b;
        case TieBreak::lowest_cost:
            if (first.cost != second.cost) return first.cost < second.cost;
            break;
        case TieBreak::highest_cost:
            if (first.cost != second.cost) return first.cost > second.cost;
            break;
        case TieBreak::project_id: break;
    }
    return first.id < second.id;
}

}  // namespace

Sums& Sums::operator+=(const Sums& more)
{
    votes.resize(std::max(votes.size(), more.votes.size()));
    for (std::size_t i = 0; i < more.votes.size(); ++i) votes[i] += more.votes[i];
    ballots += more.ballots;
    invalid += more.invalid;
    return *this;
}

Sums sum_up(const Definition& definition, std::span<const std::vector<election::Mark>> ballots)
{
    Sums sums{std::vector<std::uint64_t>(definition.projects.size())};
    for (const auto& ballot : ballots) {
        const auto selection = election::Selection::make(definition, ballot);
        if (!selection) {
            ++sums.invalid;
            continue;
        }
        ++sums.ballots;
        for (const election::Mark& mark : selection->marks()) sums.votes[mark.project] += mark.points;
    }
    return sums;
}

Outcome rank(const Definition& definition, const Sums& sums)
{
    Outcome outcome;
    outcome.ballots = sums.ballots;
    outcome.invalid = sums.invalid;
    const auto& votes = sums.votes;
    std::vector<std::size_t> order(votes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return votes[a] != votes[b] ? votes[a] > votes[b] : wins_tie(definition, a, b); });

    for (const std::size_t project : order) {
        const Money left = definition.envelope - outcome.spent;
        const Money cost = definition.projects[project].cost;
        const Verdict verdict = votes[project] == 0 ? Verdict::no_votes : cost > left ? Verdict::does_not_fit : Verdict::funded;
        outcome.ranking.push_back({project, votes[project], verdict, left});
        if (verdict != Verdict::funded) continue;
        outcome.winners.push_back(project);
        outcome.spent += cost;
    }
    return outcome;
}

Outcome greedy(const Definition& definition, std::span<const std::vector<election::Mark>> ballots)
{
    return rank(definition, sum_up(definition, ballots));
}

}  // namespace isoloir::count
