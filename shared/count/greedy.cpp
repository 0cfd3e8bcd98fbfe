#include "shared/count/greedy.hpp"

#include <algorithm>

#include "shared/count/exact.hpp"
#include "shared/count/ties.hpp"

namespace isoloir::count {
namespace {

using election::Definition;
__extension__ using Wide = unsigned __int128;

std::uint64_t divisor(const Score& score)
{
    return score.per == Money{} ? 1 : static_cast<std::uint64_t>(score.per.cents);
}

std::vector<std::size_t> best_first(const Definition& definition, std::span<const Score> scores, const std::vector<std::size_t>& without)
{
    std::vector<bool> left_out(scores.size());
    for (const std::size_t project : without) left_out[project] = true;
    std::vector<std::size_t> order;
    for (std::size_t project = 0; project < scores.size(); ++project)
        if (!left_out[project]) order.push_back(project);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Wide first = Wide{scores[a].sum} * divisor(scores[b]);
        const Wide second = Wide{scores[b].sum} * divisor(scores[a]);
        return first != second ? first > second : wins_tie(definition, a, b);
    });
    return order;
}

Exact shown(const Score& score)
{
    // A sum for each cent is a hundredth of what it is for each unit of money.
    return exact(mpz_class(score.sum) * (score.per == Money{} ? 1 : 100), mpz_class(divisor(score)));
}

}  // namespace

Outcome fund_by(const Definition& definition, std::span<const Score> scores, std::span<const std::uint64_t> votes, bool skip, Outcome outcome)
{
    bool ended = false;
    outcome.ranking.resize(outcome.winners.size());
    for (const std::size_t project : best_first(definition, scores, outcome.winners)) {
        const Money left = definition.envelope - outcome.spent;
        const Money cost = definition.projects[project].cost;
        const Verdict verdict = scores[project].sum == 0 ? Verdict::no_votes
                                : ended                  ? Verdict::not_reached
                                : cost > left            ? Verdict::does_not_fit
                                                         : Verdict::funded;
        outcome.ranking.push_back({project, votes[project], verdict, left});
        ended = ended || (verdict == Verdict::does_not_fit && !skip);
        if (verdict != Verdict::funded) continue;
        outcome.winners.push_back(project);
        outcome.spent += cost;
        outcome.rounds.push_back({project, shown(scores[project]), 0, 0, left});
    }
    return outcome;
}

std::vector<Score> scores_of(const Definition& definition, std::span<const std::uint64_t> sums, std::optional<election::Satisfaction> satisfaction,
                             bool per_cost)
{
    std::vector<Score> scores;
    for (std::size_t i = 0; i < sums.size(); ++i)
        scores.push_back({sums[i], per_cost && satisfaction != election::Satisfaction::cost ? definition.projects[i].cost : Money{}});
    return scores;
}

Outcome rank(const Definition& definition, const Sums& sums)
{
    const election::Rule& rule = definition.rule;
    const auto scores = scores_of(definition, sums.votes, rule.satisfaction, rule.kind == election::RuleKind::greedy_per_cost);
    Outcome outcome = fund_by(definition, scores, sums.votes, rule.skip, {});
    outcome.ballots = sums.ballots;
    outcome.invalid = sums.invalid;
    return outcome;
}

}  // namespace isoloir::count
