#include "shared/count/rule.hpp"

#include "shared/count/equal_shares.hpp"
#include "shared/count/greedy.hpp"
#include "shared/count/phragmen.hpp"
#include "shared/count/profile.hpp"

namespace isoloir::count {
namespace {

using election::BallotKind;
using election::Definition;

Satisfaction default_of(BallotKind ballots, Kind kind)
{
    switch (ballots) {
        case BallotKind::approval: return kind == Kind::equal_shares ? Satisfaction::cost : Satisfaction::votes;
        case BallotKind::points: return Satisfaction::points;
        case BallotKind::ranking: return kind == Kind::greedy ? Satisfaction::points : Satisfaction::borda;
    }
    return Satisfaction::votes;
}

Status check_satisfaction(BallotKind ballots, Kind kind, Satisfaction satisfaction)
{
    if (satisfaction == Satisfaction::points && ballots == BallotKind::approval)
        return fail(Errc::refused, "satisfaction by points needs ballots of points or rankings; these are approvals", "satisfaction");
    if (satisfaction == Satisfaction::borda && ballots != BallotKind::ranking)
        return fail(Errc::refused, "satisfaction by Borda's count needs rankings (ordinal ballots)", "satisfaction");
    if (satisfaction == Satisfaction::cost && kind == Kind::greedy)
        return fail(Errc::refused, "greedy by the sum of costs would prefer what is dear; for greedy by votes say votes, or nothing", "satisfaction");
    return {};
}

/// What a project is ranked by greedily. Satisfaction by cost, for each cent of the cost, is a number of votes.
std::vector<Score> scores(const Definition& definition, const Profile& profile, Satisfaction satisfaction, bool per_cost)
{
    std::vector<Score> scores;
    for (std::size_t i = 0; i < definition.projects.size(); ++i)
        scores.push_back({profile.utility(i), per_cost && satisfaction != Satisfaction::cost ? definition.projects[i].cost : Money{}});
    return scores;
}

Outcome greedily(const Definition& definition, const Profile& profile, const Rule& rule)
{
    const bool per_cost = rule.kind == Kind::greedy_per_cost;
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
        case Kind::greedy:
        case Kind::greedy_per_cost: break;
        case Kind::equal_shares: return in_equal_shares(definition, profile, rule);
        case Kind::phragmen: return phragmen(definition, profile);
    }
    return greedily(definition, profile, rule);
}

}  // namespace

Result<Rule> settled(const Definition& definition, Rule rule)
{
    const BallotKind ballots = definition.ballot.kind;
    if (rule.completion != Completion::none && rule.kind != Kind::equal_shares)
        return fail(Errc::refused, "only equal shares (mes) is completed", "completion");
    if (!rule.skip && rule.kind != Kind::greedy && rule.kind != Kind::greedy_per_cost)
        return fail(Errc::refused, "only the greedy rules may stop at the first project that does not fit", "skip");
    if (rule.kind == Kind::phragmen) {
        if (ballots != BallotKind::approval) return fail(Errc::refused, "Phragmén's rule needs approval ballots", "rule");
        if (rule.satisfaction) return fail(Errc::refused, "Phragmén's rule knows no satisfaction", "satisfaction");
        return rule;
    }
    if (!rule.satisfaction) rule.satisfaction = default_of(ballots, rule.kind);
    ISO_CHECK(check_satisfaction(ballots, rule.kind, *rule.satisfaction));
    return rule;
}

Result<Outcome> tally(const Definition& definition, const Rule& rule, std::span<const std::vector<election::Mark>> ballots)
{
    ISO_TRY(const Rule whole, settled(definition, rule));
    const Profile profile = profile_of(definition, whole.satisfaction.value_or(Satisfaction::votes), ballots);
    Outcome outcome = count_by(definition, profile, whole);
    outcome.ballots = profile.sums.ballots;
    outcome.invalid = profile.sums.invalid;
    for (Round& round : outcome.rounds) round.supporters = profile.supporters[round.project].size();
    return outcome;
}

}  // namespace isoloir::count
