#include "shared/election/selection.hpp"

#include <algorithm>

namespace isoloir::election {

Result<Selection> Selection::make(const Definition& definition, std::vector<std::size_t> projects)
{
    std::sort(projects.begin(), projects.end());
    if (std::adjacent_find(projects.begin(), projects.end()) != projects.end()) return fail(Errc::refused, "a project is chosen twice");
    if (!projects.empty() && projects.back() >= definition.projects.size()) return fail(Errc::refused, "a chosen project does not exist");
    const BallotRules& rules = definition.ballot;
    if (projects.size() < rules.min_projects) return fail(Errc::refused, "fewer projects than the least allowed");
    if (projects.size() > rules.max_projects) return fail(Errc::refused, "more projects than allowed");
    Selection selection;
    for (const std::size_t project : projects) selection.cost_ += definition.projects[project].cost;
    if (rules.max_cost && selection.cost_ > *rules.max_cost) return fail(Errc::refused, "the choice costs more than the envelope");
    selection.projects_ = std::move(projects);
    return selection;
}

}  // namespace isoloir::election
