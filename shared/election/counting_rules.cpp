#include "shared/election/counting_rules.hpp"

namespace isoloir::election {
namespace {

Satisfaction default_of(BallotKind ballots, RuleKind kind)
{
    switch (ballots) {
        case BallotKind::approval: return kind == RuleKind::equal_shares ? Satisfaction::cost : Satisfaction::votes;
        case BallotKind::points: return Satisfaction::points;
        case BallotKind::ranking: return kind == RuleKind::greedy ? Satisfaction::points : Satisfaction::borda;
    }
    return Satisfaction::votes;
}

Status check_satisfaction(BallotKind ballots, RuleKind kind, Satisfaction satisfaction)
{
    if (satisfaction == Satisfaction::points && ballots == BallotKind::approval)
        return fail(Errc::refused, "satisfaction by points needs ballots of points or rankings; these are approvals", "satisfaction");
    if (satisfaction == Satisfaction::borda && ballots != BallotKind::ranking)
        return fail(Errc::refused, "satisfaction by Borda's count needs rankings (ordinal ballots)", "satisfaction");
    if (satisfaction == Satisfaction::cost && kind == RuleKind::greedy)
        return fail(Errc::refused, "greedy by the sum of costs would prefer what is dear; for greedy by votes say votes, or nothing", "satisfaction");
    return {};
}

}  // namespace

Result<Rule> settled(BallotKind ballots, Rule rule)
{
    if (rule.completion != Completion::none && rule.kind != RuleKind::equal_shares)
        return fail(Errc::refused, "only equal shares (mes) is completed", "completion");
    if (!rule.skip && rule.kind != RuleKind::greedy && rule.kind != RuleKind::greedy_per_cost)
        return fail(Errc::refused, "only the greedy rules may stop at the first project that does not fit", "skip");
    if (rule.kind == RuleKind::phragmen) {
        if (ballots != BallotKind::approval) return fail(Errc::refused, "Phragmén's rule needs approval ballots", "rule");
        if (rule.satisfaction) return fail(Errc::refused, "Phragmén's rule knows no satisfaction", "satisfaction");
        return rule;
    }
    if (!rule.satisfaction) rule.satisfaction = default_of(ballots, rule.kind);
    ISO_CHECK(check_satisfaction(ballots, rule.kind, *rule.satisfaction));
    return rule;
}

bool counts_sums(BallotKind ballots, const Rule& rule)
{
    const auto whole = settled(ballots, rule);
    if (!whole || (whole->kind != RuleKind::greedy && whole->kind != RuleKind::greedy_per_cost)) return false;
    // Of points and rankings, sums are of points.
    return whole->satisfaction == Satisfaction::points || (ballots == BallotKind::approval && whole->satisfaction != Satisfaction::borda);
}

Status check_rule(const Definition& definition)
{
    ISO_CHECK(settled(definition.ballot.kind, definition.rule).map([](const Rule&) {}));
    if (definition.ranking == Ranking::live && !counts_sums(definition.ballot.kind, definition.rule))
        return fail(Errc::refused, "a live ranking shows what ballots add up to, and this rule counts each ballot: the ranking must be \"sealed\"", "ranking");
    return {};
}

}  // namespace isoloir::election
