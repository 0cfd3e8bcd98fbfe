#include "sync-server/publish/rounds.hpp"

#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/round_sentences.hpp"
#include "sync-server/publish/rule_words.hpp"

namespace isoloir::publish {
namespace {

using election::RuleKind;
using election::Satisfaction;

double units(Money amount)
{
    return static_cast<double>(amount.cents) / static_cast<double>(kUnit.cents);
}

/// Of satisfaction by cost, for each unit of the cost, votes are left.
bool is_per_cost(const election::Rule& rule)
{
    return rule.kind != RuleKind::greedy && rule.satisfaction != Satisfaction::cost;
}

std::string sum_in(const Words& words, const election::Rule& rule, const count::Exact& score)
{
    const Measure& measure = score_measure(words, *rule.satisfaction);
    if (!is_per_cost(rule)) return number_in(words, static_cast<std::uint64_t>(score.decimal)) + " " + (score.fraction == "1" ? measure.one : measure.many);
    const std::string number = rounded_in(words, score.decimal * units(kPerAmount));
    const std::string text = filled(filled(round_words(words).per_amount, "{number}", number), "{measure}", number == "1" ? measure.one : measure.many);
    return filled(text, "{amount}", amount_in(words, kPerAmount));
}

Decided price_in(const Words& words, const election::Rule& rule, double rho, Money cost)
{
    const RoundWords& own = round_words(words);
    switch (*rule.satisfaction) {
        case Satisfaction::votes: break;
        case Satisfaction::cost: {
            const std::string price = filled(own.price_of_cost, "{price}", rounded_amount_in(words, rho * units(kPerAmount)));
            return {filled(own.each, "{amount}", rounded_amount_in(words, rho * units(cost))), filled(price, "{amount}", amount_in(words, kPerAmount))};
        }
        case Satisfaction::points:
        case Satisfaction::borda: {
            const std::string price = filled(own.price_of_one, "{price}", rounded_amount_in(words, rho));
            return {filled(price, "{one}", score_measure(words, *rule.satisfaction).one)};
        }
    }
    return {filled(own.each, "{amount}", rounded_amount_in(words, rho))};
}

}  // namespace

const RoundWords& round_words(const Words& words)
{
    return in_language(kRoundSentences, words);
}

Decided decided_in(const Words& words, const election::Definition& definition, const count::Round& round)
{
    const election::Rule rule = settled_rule(definition);
    if (rule.kind == RuleKind::phragmen) return {filled(round_words(words).carries, "{amount}", rounded_amount_in(words, round.score.decimal))};
    if (rule.kind == RuleKind::equal_shares && !round.completing) return price_in(words, rule, round.score.decimal, definition.projects[round.project].cost);
    return {sum_in(words, rule, round.score)};
}

std::string kept_back_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome)
{
    if (outcome.rounds.size() == outcome.winners.size()) return {};
    return filled(round_words(words).kept_back, "{least}", number_in(words, definition.batch_minimum));
}

bool tells_supporters(const election::Definition& definition)
{
    const election::Rule rule = settled_rule(definition);
    const bool greedy = rule.kind == RuleKind::greedy || rule.kind == RuleKind::greedy_per_cost;
    const bool by_votes = rule.satisfaction == Satisfaction::votes || rule.satisfaction == Satisfaction::cost;
    return !(greedy && by_votes && !is_per_cost(rule));
}

bool tells_who_gave_all(const election::Definition& definition)
{
    return definition.rule.kind == RuleKind::equal_shares;
}

std::optional<Money> there_was(const election::Definition& definition, const count::RankedProject& ranked)
{
    if (ranked.verdict == count::Verdict::does_not_fit) return ranked.left_before;
    return supporters_had(definition, ranked);
}

}  // namespace isoloir::publish
