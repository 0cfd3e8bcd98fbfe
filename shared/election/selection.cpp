#include "shared/election/selection.hpp"

#include <algorithm>

namespace isoloir::election {
namespace {

Status check_projects(const Definition& definition, const std::vector<Mark>& marks)
{
    std::vector<std::size_t> projects;
    for (const Mark& mark : marks) projects.push_back(mark.project);
    std::sort(projects.begin(), projects.end());
    if (std::adjacent_find(projects.begin(), projects.end()) != projects.end()) return fail(Errc::refused, "a project is chosen twice");
    if (!projects.empty() && projects.back() >= definition.projects.size()) return fail(Errc::refused, "a chosen project does not exist");
    if (projects.size() < definition.ballot.min_projects) return fail(Errc::refused, "fewer projects than the least allowed");
    if (projects.size() > definition.ballot.max_projects) return fail(Errc::refused, "more projects than allowed");
    return {};
}

Status check_points(const BallotRules& rules, const std::vector<Mark>& marks)
{
    const std::uint32_t most = rules.kind == BallotKind::points ? rules.max_points : 1;
    std::uint64_t sum = 0;
    for (const Mark& mark : marks) {
        if (mark.points == 0) return fail(Errc::refused, "a chosen project has no points");
        if (mark.points > most) return fail(Errc::refused, "more points for one project than allowed");
        sum += mark.points;
    }
    if (rules.kind == BallotKind::points && sum > rules.max_sum_points) return fail(Errc::refused, "more points than a ballot has");
    return {};
}

}  // namespace

Result<Selection> Selection::make(const Definition& definition, std::vector<Mark> marks)
{
    const BallotRules& rules = definition.ballot;
    ISO_CHECK(check_projects(definition, marks));
    if (rules.kind == BallotKind::ranking) {
        for (std::size_t place = 0; place < marks.size(); ++place) marks[place].points = rules.max_projects - static_cast<std::uint32_t>(place);
    } else {
        ISO_CHECK(check_points(rules, marks));
        std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.project < b.project; });
    }
    Selection selection;
    for (const Mark& mark : marks) selection.cost_ += definition.projects[mark.project].cost;
    if (rules.max_cost && selection.cost_ > *rules.max_cost) return fail(Errc::refused, "the choice costs more than the envelope");
    selection.marks_ = std::move(marks);
    return selection;
}

Result<Selection> Selection::make(const Definition& definition, const std::vector<std::size_t>& projects)
{
    if (definition.ballot.kind == BallotKind::points && !projects.empty()) return fail(Errc::refused, "the chosen projects have no points");
    std::vector<Mark> marks;
    for (const std::size_t project : projects) marks.push_back({project, 1});
    return make(definition, std::move(marks));
}

}  // namespace isoloir::election
