#include "sync-server/publish/result_json.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "sync-server/counting/result.hpp"

namespace isoloir::publish {
namespace {

using Json = nlohmann::ordered_json;

/// 49548, not 49548.0: the shortest number, as in the file.
Json units(Money amount)
{
    return Json::parse(to_decimal(amount));
}

}  // namespace

std::string result_json(const Standing& standing)
{
    const auto& definition = standing.package.definition;
    Json json;
    json["election"] = to_base64url(standing.package.id);
    json["phase"] = standing.phase == Phase::open ? "open" : standing.phase == Phase::closed ? "closed" : "counted";
    json["report"] = counting::report_json(standing.report);
    json["checkpoint"] = standing.checkpoint;
    if (const auto* outcome = public_outcome(standing)) {
        json["envelope"] = units(definition.envelope);
        json["winners"] = Json::array();
        for (const std::size_t winner : outcome->winners) json["winners"].push_back(definition.projects[winner].id);
        json["spent"] = units(outcome->spent);
        json["ballots"] = outcome->ballots;
        json["invalid"] = outcome->invalid;
        json["ranking"] = Json::array();
        for (const auto& ranked : outcome->ranking) {
            const auto& project = definition.projects[ranked.project];
            json["ranking"].push_back({{"project", project.id},
                                       {"votes", ranked.votes},
                                       {"cost", units(project.cost)},
                                       {"left_before", units(ranked.left_before)},
                                       {"verdict", counting::name_of(ranked.verdict)}});
        }
    }
    return json.dump(2) + "\n";
}

}  // namespace isoloir::publish
