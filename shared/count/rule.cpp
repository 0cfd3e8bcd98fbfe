#include "shared/count/rule.hpp"

#include "shared/count/equal_shares.hpp"
#include "shared/count/greedy.hpp"
#include "shared/count/phragmen.hpp"
#include "shared/count/profile.hpp"
#include "shared/election/counting_rules.hpp"

namespace isoloir::count {
namespace {

using election::Definition;

std::vector<Score> scores(const Definition& definition, const Profile& profile, Satisfaction satisfaction, bool per_cost)
{
    std::vector<std::uint64_t> sums;
    for (std::size_t i = 0; i < definition.projects.size(); ++i) sums.push_back(profile.utility(i));
    return scores_of(definition, sums, satisfaction, per_cost);
}

Outcome greedily(const Definition& definition, const Profile& profile, const Rule& rule)
{
    const bool per_cost = rule.kind == RuleKind::greedy_per_cost;
    return fund_by(definition, scores(definition, profile, *rule.satisfaction, per_cost), profile.sums.votes, rule.skip, {});
}

Outcome in_equal_shares(const Definition& definition, const Profile& profile, const Rule& rule)
{
    // Without a voter there is nobody to share among, and without a vote nothing to fund.
    if (profile.voters() == 0) return greedily(definition, profile, rule);
    const bool again = rule.completion == Completion::add1 || rule.completion == Completion::add1_greedy;
    Outcome outcome = again ? equal_shares_add1(definition, profile, *rule.satisfaction) : equal_shares(definition, profile, *rule.satisfaction);
    if (rule.completion != Completion::greedy && rule.completion != Completion::add1_greedy) return outcome;
    const std::size_t before = outcome.rounds.size();
    outcome = fund_by(definition, scores(definition, profile, *rule.satisfaction, true), profile.sums.votes, true, std::move(outcome));
    for (std::size_t i = before; i < outcome.rounds.size(); ++i) outcome.rounds[i].completing = true;
    return outcome;
}

Outcome count_by(const Definition& definition, const Profile& profile, const Rule& rule)
{
    switch (rule.kind) {
        case RuleKind::greedy:
        case RuleKind::greedy_per_cost: break;
        case RuleKind::equal_shares: return in_equal_shares(definition, profile, rule);
        case RuleKind::phragmen: return phragmen(definition, profile);
    }
    return greedily(definition, profile, rule);
}

}  // namespace

Result<Outcome> tally(const Definition& definition, const Rule& rule, std::span<const std::vector<election::Mark>> ballots)
{
    ISO_TRY(const Rule whole, election::settled(definition.ballot.kind, rule));
    const Profile profile = profile_of(definition, whole.satisfaction.value_or(Satisfaction::votes), ballots);
    Outcome outcome = count_by(definition, profile, whole);
    outcome.ballots = profile.sums.ballots;
    outcome.invalid = profile.sums.invalid;
    for (Round& round : outcome.rounds) round.supporters = profile.supporters[round.project].size();
    return outcome;
}

Outcome tally(const Definition& definition, std::span<const std::vector<election::Mark>> ballots)
{
    return *tally(definition, definition.rule, ballots);
}

}  // namespace isoloir::count
