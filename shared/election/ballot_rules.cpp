#include "shared/election/ballot_rules.hpp"

#include <algorithm>

#include "shared/election/choice_fields.hpp"

namespace isoloir::election {
namespace {

Status check_points(const BallotRules& rules)
{
    if (rules.kind != BallotKind::points) {
        if (rules.max_points != 0) return fail(Errc::malformed, "only ballots of points have it", "ballot.max_points");
        if (rules.max_sum_points != 0) return fail(Errc::malformed, "only ballots of points have it", "ballot.max_sum_points");
        return {};
    }
    const std::string most = "must lie between 1 and " + std::to_string(kMaxPoints);
    if (rules.max_sum_points == 0 || rules.max_sum_points > kMaxPoints) return fail(Errc::malformed, most, "ballot.max_sum_points");
    if (rules.max_sum_points < rules.min_projects) return fail(Errc::malformed, "no choice that is long enough fits it", "ballot.max_sum_points");
    if (rules.max_points == 0 || rules.max_points > kMaxPoints) return fail(Errc::malformed, most, "ballot.max_points");
    if (rules.max_points > rules.max_sum_points) return fail(Errc::malformed, "is more than a whole ballot gives", "ballot.max_points");
    return {};
}

/// The cheapest choice that is long enough must be possible.
Status check_ceiling(const Definition& definition)
{
    const BallotRules& rules = definition.ballot;
    if (!rules.max_cost) return {};
    if (rules.max_cost->cents <= 0) return fail(Errc::malformed, "must be more than zero", "ballot.max_cost");
    std::vector<Money> costs;
    for (const Project& project : definition.projects) costs.push_back(project.cost);
    std::sort(costs.begin(), costs.end());
    Money least;
    for (std::size_t i = 0; i < rules.min_projects; ++i) least += costs[i];
    if (least > *rules.max_cost) return fail(Errc::malformed, "no choice that is long enough fits it", "ballot.max_cost");
    return {};
}

}  // namespace

Status check_ballot_rules(const Definition& definition)
{
    const BallotRules& rules = definition.ballot;
    if (rules.max_projects == 0 || rules.max_projects > definition.projects.size())
        return fail(Errc::malformed, "must lie between 1 and the number of projects", "ballot.max_projects");
    if (rules.min_projects > rules.max_projects) return fail(Errc::malformed, "is larger than the most allowed", "ballot.min_projects");
    ISO_CHECK(check_points(rules));
    ISO_CHECK(check_ceiling(definition));
    const ChoiceFields fields = choice_fields(definition);
    if (fields.blocks() <= kMaxBlocks) return {};
    return fail(Errc::malformed,
                "a ballot would be " + std::to_string(fields.all_bits()) + " bits long; " + std::to_string(kMaxBlocks * kBlockBits) + " are the most",
                rules.kind == BallotKind::points ? "ballot.max_points" : "ballot.max_projects");
}

}  // namespace isoloir::election
