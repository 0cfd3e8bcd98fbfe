#include "sync-server/publish/result_json.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/count/outcome_json.hpp"
#include "shared/election/definition_json.hpp"
#include "sync-server/counting/result.hpp"
#include "sync-server/publish/rule_words.hpp"
#include "sync-server/publish/turnout.hpp"

namespace isoloir::publish {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(Phase phase)
{
    return phase == Phase::open ? "open" : phase == Phase::closed ? "closed" : "counted";
}

Json outcome_json(const election::Definition& definition, const count::Outcome& outcome)
{
    Json json;
    json["envelope"] = count::in_units(definition.envelope);
    json["winners"] = Json::array();
    for (const std::size_t winner : outcome.winners) json["winners"].push_back(definition.projects[winner].id);
    json["spent"] = count::in_units(outcome.spent);
    json["ballots"] = outcome.ballots;
    json["invalid"] = outcome.invalid;
    json["ranking"] = Json::array();
    for (const auto& ranked : outcome.ranking) {
        Json item = count::ranked_json(ranked, definition, count::in_units);
        item["cost"] = count::in_units(definition.projects[ranked.project].cost);
        json["ranking"].push_back(std::move(item));
    }
    return json;
}

/// The rule and its rounds, for whoever counts again.
Json how_chosen_json(const election::Definition& definition, const count::Outcome& outcome)
{
    Json json = election::write_rule(settled_rule(definition));
    json["rounds"] = Json::array();
    for (const auto& round : outcome.rounds) json["rounds"].push_back(count::round_json(round, definition, definition.rule, count::in_units));
    if (!outcome.share.fraction.empty()) json["share"] = outcome.share.fraction;
    return json;
}

Json turnout_json(const Standing& standing)
{
    const Turnout turnout = turnout_of(standing);
    Json json = {{"accepted", standing.report.accepted}, {"in_halls", turnout.in_halls}, {"online", turnout.online}};
    json["by_place"] = Json::array();
    for (const auto& channel : standing.report.channels)
        if (channel.accepted > 0) json["by_place"].push_back({{"place", channel.name}, {"accepted", channel.accepted}});
    json["by_day"] = Json::object();
    for (const auto& [day, ballots] : turnout.by_day) json["by_day"][day] = ballots;
    json["by_hour"] = turnout.by_hour;
    return json;
}

}  // namespace

std::string live_json(const Standing& standing)
{
    const auto& definition = standing.package.definition;
    Json json;
    json["version"] = standing.version;
    json["election"] = to_base64url(standing.package.id);
    json["phase"] = name_of(standing.phase);
    json["ranking"] = definition.ranking == election::Ranking::live ? "live" : "sealed";
    json["participation"] = turnout_json(standing);
    if (const auto* outcome = shown_outcome(standing)) json["standing"] = outcome_json(definition, *outcome);
    return json.dump() + "\n";
}

std::string result_json(const Standing& standing)
{
    const auto& definition = standing.package.definition;
    Json json;
    json["election"] = to_base64url(standing.package.id);
    json["phase"] = name_of(standing.phase);
    json["report"] = counting::report_json(standing.report);
    json["checkpoint"] = standing.checkpoint;
    if (const auto* outcome = public_outcome(standing)) {
        json.update(outcome_json(definition, *outcome));
        json.update(how_chosen_json(definition, *outcome));
        if (standing.channels) json["channels"] = counting::channels_json(definition, *standing.channels);
    }
    return json.dump(2) + "\n";
}

}  // namespace isoloir::publish
