// The halls as the public pages tell of them, and what came from each.

#include <algorithm>

#include "sync-server/admin/call.hpp"
#include "sync-server/publish/hall.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

Json hall_json(const publish::Hall& hall, std::size_t terminals, std::uint64_t accepted)
{
    return {{"name", hall.name},
            {"commune", hall.commune},
            {"address", hall.address},
            {"hours", hall.hours},
            {"latitude", hall.position ? Json(hall.position->latitude) : Json(nullptr)},
            {"longitude", hall.position ? Json(hall.position->longitude) : Json(nullptr)},
            {"terminals", terminals},
            {"accepted", accepted}};
}

/// The halls that are announced and those that only have terminals yet.
Reply list_halls(Office& office, Call& call)
{
    Json shown = Json::array();
    if (!office.centre.has_election()) return Json{{"halls", std::move(shown)}};
    ISO_TRY(auto halls, office.centre.halls());
    const auto terminals = office.centre.terminals();
    for (const auto& terminal : terminals)
        if (std::none_of(halls.begin(), halls.end(), [&](const auto& hall) { return hall.name == terminal.hall; }))
            halls.push_back({terminal.hall, "", "", "", {}});
    const auto report = office.centre.standing().report;
    for (const auto& hall : halls) {
        if (!call.who->has_hall(hall.name)) continue;
        const auto here = std::count_if(terminals.begin(), terminals.end(), [&](const auto& terminal) { return terminal.hall == hall.name; });
        std::uint64_t accepted = 0;
        for (const auto& channel : report.channels)
            if (channel.name == hall.name) accepted = channel.accepted;
        shown.push_back(hall_json(hall, static_cast<std::size_t>(here), accepted));
    }
    return Json{{"halls", std::move(shown)}};
}

Reply put_hall(Office& office, Call& call)
{
    if (!call.who->has_hall(call.names[0])) return tl::make_unexpected(Refusal(403, "not-allowed", "this hall is not yours"));
    // As it was shown: what is only read does no harm, and no position is null there.
    wire::Json hall = call.body;
    if (!hall.is_object()) return tl::make_unexpected(Refusal(400, "malformed", "a hall is a JSON object"));
    for (const char* shown : {"terminals", "accepted"}) hall.erase(shown);
    for (const char* part : {"latitude", "longitude"})
        if (hall.contains(part) && hall[part].is_null()) hall.erase(part);
    hall["name"] = call.names[0];
    ISO_TRY(const auto read, publish::read_hall(hall.dump()));
    ISO_CHECK(office.centre.put_hall(read));
    return hall_json(read, 0, 0);
}

Reply remove_hall(Office& office, Call& call)
{
    for (const auto& terminal : office.centre.has_election() ? office.centre.terminals() : std::vector<app::TerminalStatus>{})
        if (terminal.hall == call.names[0]) return tl::make_unexpected(Refusal(409, "in-use", "terminals stand in this hall"));
    ISO_CHECK(office.centre.remove_hall(call.names[0]));
    return Json::object();
}

}  // namespace

std::vector<Route> hall_routes()
{
    return {{"GET", "/halls", Right::own, list_halls},
            {"PUT", "/halls/*", Right::halls, put_hall, "hall-save", Body::json},
            {"DELETE", "/halls/*", Right::change, remove_hall, "hall-remove"}};
}

}  // namespace isoloir::admin
