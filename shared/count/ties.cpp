#include "shared/count/ties.hpp"

#include <algorithm>

namespace isoloir::count {

using election::TieBreak;

bool wins_tie(const election::Definition& definition, std::size_t a, std::size_t b)
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

std::vector<RankedProject> most_votes_first(const election::Definition& definition, std::vector<RankedProject> projects)
{
    std::sort(projects.begin(), projects.end(), [&](const RankedProject& a, const RankedProject& b) {
        return a.votes != b.votes ? a.votes > b.votes : wins_tie(definition, a.project, b.project);
    });
    return projects;
}

}  // namespace isoloir::count
