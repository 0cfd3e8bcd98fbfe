#include "shared/election/selection.hpp"

#include <algorithm>

namespace isoloir::election {
namespace {

bool by_project(const Mark& a, const Mark& b)
{
    return a.project < b.project;
}

/// @param marks  ascending by project
Status check_projects(const Definition& definition, const std::vector<Mark>& marks)
{
    const auto same = [](const Mark& a, const Mark& b) { return a.project == b.project; };
    if (std::adjacent_find(marks.begin(), marks.end(), same) != marks.end()) return fail(Errc::refused, "a project is chosen twice");
    if (!marks.empty() && marks.back().project >= definition.projects.size()) return fail(Errc::refused, "a chosen project does not exist");
    if (marks.size() < definition.ballot.min_projects) return fail(Errc::refused, "fewer projects than the least allowed");
    if (marks.size() > definition.ballot.max_projects) return fail(Errc::refused, "more projects than allowed");
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
    if (rules.kind == BallotKind::ranking) {
        auto sorted = marks;
        std::sort(sorted.begin(), sorted.end(), by_project);
        ISO_CHECK(check_projects(definition, sorted));
        for (std::size_t place = 0; place < marks.size(); ++place) marks[place].points = rules.max_projects - static_cast<std::uint32_t>(place);
    } else {
        std::sort(marks.begin(), marks.end(), by_project);
        ISO_CHECK(check_projects(definition, marks));
        ISO_CHECK(check_points(rules, marks));
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
