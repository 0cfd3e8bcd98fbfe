#include "sync-server/publish/rule_words.hpp"

#include <algorithm>

#include "shared/election/counting_rules.hpp"
#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/rule_sentences.hpp"

namespace isoloir::publish {
namespace {

using election::Completion;
using election::RuleKind;
using election::Satisfaction;

/// Equally good and wanted by somebody, next to each other; where sums do not decide alone, there may have been such.
bool has_tie(const election::Definition& definition, const std::vector<count::RankedProject>& ranking)
{
    if (!election::counts_sums(definition.ballot.kind, definition.rule)) return true;
    const auto rule = settled_rule(definition);
    const bool per_cost = rule.kind == RuleKind::greedy_per_cost && rule.satisfaction != Satisfaction::cost;
    const auto divisor = [&](const count::RankedProject& ranked) {
        return per_cost ? static_cast<std::uint64_t>(definition.projects[ranked.project].cost.cents) : 1;
    };
    // Sums stay below 10^12 and costs below 10^14: their products need more than 64 bits.
    __extension__ using Wide = unsigned __int128;
    const auto equal = [&](const count::RankedProject& a, const count::RankedProject& b) {
        return a.votes > 0 && Wide{a.votes} * divisor(b) == Wide{b.votes} * divisor(a);
    };
    return std::adjacent_find(ranking.begin(), ranking.end(), equal) != ranking.end();
}

const char* tie_rule(const RuleWords& own, election::TieBreak ties)
{
    switch (ties) {
        case election::TieBreak::project_id: break;
        case election::TieBreak::ballot_order: return own.tie_by_order;
        case election::TieBreak::lowest_cost: return own.tie_by_lowest;
        case election::TieBreak::highest_cost: return own.tie_by_highest;
    }
    return own.tie_by_id;
}

/// Equal shares without it compare no sums.
bool adds_up(const election::Rule& rule)
{
    return rule.kind != RuleKind::equal_shares || rule.completion == Completion::greedy || rule.completion == Completion::add1_greedy;
}

/// Where votes or points come from, if ballots are of another kind.
void tell_scores(Sentences& told, const Words& words, const election::BallotRules& ballot, const election::Rule& rule)
{
    const RuleWords& own = rule_words(words);
    switch (*rule.satisfaction) {
        case Satisfaction::votes:
        case Satisfaction::cost:
            if (ballot.kind != election::BallotKind::approval && adds_up(rule)) told.push_back(own.named);
            return;
        case Satisfaction::points:
            // Where a ballot has one place, there is no next one to speak of.
            if (ballot.kind == election::BallotKind::ranking && ballot.max_projects >= 2)
                told.push_back(filled(own.places, "{most}", number_in(words, ballot.max_projects)));
            return;
        case Satisfaction::borda: told.push_back(own.borda);
    }
}

void tell_greedy(Sentences& told, const Words& words, const election::Rule& rule)
{
    const RuleWords& own = rule_words(words);
    const std::string measure = score_measure(words, *rule.satisfaction).many;
    if (rule.kind == RuleKind::greedy || rule.satisfaction == Satisfaction::cost) told.push_back(filled(own.in_order, "{measure}", measure));
    else told.push_back(filled(filled(own.per_cost, "{measure}", measure), "{amount}", amount_in(words, kPerAmount)));
    told.push_back(rule.skip ? own.fits_or_next : own.fits_or_end);
}

std::string cheapest(const Words& words, Satisfaction satisfaction)
{
    const RuleWords& own = rule_words(words);
    switch (satisfaction) {
        case Satisfaction::votes: break;
        case Satisfaction::cost: return filled(own.pays_least_of_cost, "{amount}", amount_in(words, kPerAmount));
        case Satisfaction::points:
        case Satisfaction::borda: {
            const Measure& measure = score_measure(words, satisfaction);
            return filled(filled(own.pays_least_for_each, "{one}", measure.one), "{many}", measure.many);
        }
    }
    return own.pays_least;
}

void tell_equal_shares(Sentences& told, const Words& words, const election::Rule& rule, const count::Outcome& outcome)
{
    const RuleWords& own = rule_words(words);
    const bool again = rule.completion == Completion::add1 || rule.completion == Completion::add1_greedy;
    // Without a ballot nobody has a share, and of few it is kept back.
    const bool known = !outcome.share.fraction.empty();
    const std::string share = rounded_amount_in(words, outcome.share.decimal);
    told.emplace_back(own.shared);
    if (known && !again) told.push_back(filled(own.each_had, "{share}", share));
    told.insert(told.end(), {cheapest(words, *rule.satisfaction), own.gives_all});
    if (again) told.push_back(filled(own.add1, "{unit}", amount_in(words, kUnit)));
    if (known && again) told.push_back(filled(own.each_had_at_last, "{share}", share));
    if (adds_up(rule)) {
        const std::string measure = score_measure(words, *rule.satisfaction).many;
        told.push_back(rule.satisfaction == Satisfaction::cost
                           ? filled(own.then_in_order, "{measure}", measure)
                           : filled(filled(own.then_per_cost, "{measure}", measure), "{amount}", amount_in(words, kPerAmount)));
    }
}

}  // namespace

election::Rule settled_rule(const election::Definition& definition)
{
    return *election::settled(definition.ballot.kind, definition.rule);
}

const RuleWords& rule_words(const Words& words)
{
    return in_language(kRuleSentences, words);
}

const Measure& score_measure(const Words& words, election::Satisfaction satisfaction)
{
    switch (satisfaction) {
        case Satisfaction::votes:
        case Satisfaction::cost: break;
        case Satisfaction::points: return words.points;
        case Satisfaction::borda: return words.borda;
    }
    return words.votes;
}

Sentences rule_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome)
{
    const RuleWords& own = rule_words(words);
    const election::Rule rule = settled_rule(definition);
    Sentences told;
    if (rule.satisfaction) tell_scores(told, words, definition.ballot, rule);
    switch (rule.kind) {
        case RuleKind::greedy:
        case RuleKind::greedy_per_cost: tell_greedy(told, words, rule); break;
        case RuleKind::equal_shares: tell_equal_shares(told, words, rule, outcome); break;
        case RuleKind::phragmen: told.push_back(own.phragmen); break;
    }
    return told;
}

Sentences rule_note_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome)
{
    const RuleWords& own = rule_words(words);
    Sentences told;
    if (has_tie(definition, outcome.ranking)) told.push_back(tie_rule(own, definition.ties));
    if (definition.rule.kind == RuleKind::equal_shares) told.push_back(own.equal_shares);
    if (definition.rule.kind == RuleKind::phragmen) told.push_back(own.phragmens);
    return told;
}

std::string joined(const Sentences& sentences)
{
    std::string text;
    for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
    return text;
}

std::string recount_command(const election::Definition& definition)
{
    const election::Rule rule = settled_rule(definition);
    std::string command = std::string("isoloir-verify tally result.pb --rule ") + word_of(election::kRuleKinds, rule.kind);
    if (rule.satisfaction) command += std::string(" --satisfaction ") + word_of(election::kSatisfactions, *rule.satisfaction);
    if (rule.completion != Completion::none) command += std::string(" --completion ") + word_of(election::kCompletions, rule.completion);
    return rule.skip ? command : command + " --no-skip";
}

}  // namespace isoloir::publish
