#include "shared/count/outcome_json.hpp"

namespace isoloir::count {

using nlohmann::ordered_json;

ordered_json in_cents(Money amount)
{
    return amount.cents;
}

ordered_json in_units(Money amount)
{
    return ordered_json::parse(to_decimal(amount));
}

ordered_json ranked_json(const RankedProject& ranked, const election::Definition& definition, WriteAmount amount)
{
    ordered_json json;
    json["project"] = definition.projects[ranked.project].id;
    json["votes"] = ranked.votes;
    json["verdict"] = word_of(kVerdicts, ranked.verdict);
    json["left_before"] = amount(ranked.left_before);
    if (!ranked.supporters_had.fraction.empty()) json["supporters_had"] = ranked.supporters_had.fraction;
    return json;
}

bool says_who_gave_all(const Round& round, const election::Rule& rule)
{
    return rule.kind == election::RuleKind::equal_shares && !round.completing;
}

ordered_json round_json(const Round& round, const election::Definition& definition, const election::Rule& rule, WriteAmount amount)
{
    ordered_json json;
    json["project"] = definition.projects[round.project].id;
    json["score"] = round.score.fraction;
    json["supporters"] = round.supporters;
    if (says_who_gave_all(round, rule)) json["gave_all"] = round.gave_all;
    json["left_before"] = amount(round.left_before);
    if (round.completing) json["completing"] = true;
    return json;
}

}  // namespace isoloir::count
