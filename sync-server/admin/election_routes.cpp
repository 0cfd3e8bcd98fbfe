// The election and its phases: at a glance, as a draft, and as it was sealed.

#include "shared/base/encoding.hpp"
#include "shared/election/definition_json.hpp"
#include "sync-server/admin/call.hpp"
#include "sync-server/admin/election_json.hpp"
#include "sync-server/admin/terminal_json.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

constexpr std::int64_t kMaxVersion = 1'000'000'000'000;

/// The file as everybody may have it: a draft's, or what was signed with its pictures called by their hashes.
Result<Json> file_json(Office& office, const app::Draft& draft)
{
    if (office.centre.has_election()) {
        Json file = {{"version", 1}};
        file.update(election::write_definition(office.centre.package_read().definition));
        return file;
    }
    return draft.file.empty() ? Json(nullptr) : Json::parse(draft.file);
}

Reply election_reply(Office& office)
{
    ISO_TRY(const auto draft, office.centre.drafts().read());
    ISO_TRY(auto file, file_json(office, draft));
    const bool sealed = office.centre.has_election();
    return Json{{"phase", phase_name(office, !draft.file.empty())},
                {"version", draft.version},
                {"file", std::move(file)},
                {"pictures", draft.pictures},
                {"id", sealed ? Json(to_base64url(office.centre.package_read().id)) : Json(nullptr)}};
}

Reply show_election(Office& office, Call&)
{
    return election_reply(office);
}

Reply save_draft(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto version, reader.integer("version", 0, kMaxVersion));
    ISO_CHECK(reader.object("file"));
    ISO_CHECK(reader.finish());
    call.subject = "version " + std::to_string(version);
    // In the order in which its members stand, which the request's own reader does not keep.
    const auto saved = office.centre.drafts().put(static_cast<std::uint64_t>(version), Json::parse(call.request.body)["file"].dump());
    if (!saved) return tl::make_unexpected(saved.error().code == Errc::refused ? named(saved.error(), 409, "sealed") : Refusal(saved.error()));
    return election_reply(office);
}

Reply check_draft(Office& office, Call&)
{
    const auto checked = office.centre.drafts().check();
    Json problems = Json::array();
    if (!checked) {
        const Refusal refusal(checked.error());
        if (refusal.status >= 500) return tl::make_unexpected(refusal);
        problems.push_back({{"where", refusal.where}, {"error", refusal.error}});
    }
    return Json{{"problems", std::move(problems)}};
}

bool has_draft(const app::Draft& draft)
{
    return !draft.file.empty();
}

/// An election file or a Pabulib file becomes the draft.
Reply import_draft(Office& office, Call& call)
{
    ISO_TRY(const auto draft, office.centre.drafts().read());
    if (has_draft(draft) && call.asked("replace") != "true")
        return tl::make_unexpected(Refusal(409, "exists", "there is a draft already; replace it, or keep it"));
    std::string file = call.request.body;
    if (file.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos || file[file.find_first_not_of(" \t\r\n\xEF\xBB\xBF")] != '{') {
        ISO_TRY(const auto read, election::read_pabulib_election(file));
        Json json = {{"version", 1}};
        json.update(election::write_definition(read.definition));
        file = json.dump();
    }
    ISO_TRY(const auto saved, office.centre.drafts().put(draft.version, file));
    call.subject = "version " + std::to_string(saved.version);
    return election_reply(office);
}

Reply seal(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto version, reader.integer("version", 0, kMaxVersion));
    ISO_CHECK(reader.finish());
    call.subject = "version " + std::to_string(version);
    ISO_CHECK(office.centre.seal_draft(static_cast<std::uint64_t>(version)));
    return election_reply(office);
}

Reply save_picture(Office& office, Call& call)
{
    ISO_CHECK(office.centre.drafts().put_picture(call.names[0], call.request.body));
    return Json::object();
}

Reply remove_picture(Office& office, Call& call)
{
    ISO_TRY(const bool removed, office.centre.drafts().remove_picture(call.names[0]));
    if (!removed) return tl::make_unexpected(Refusal(404, "not-found", "there is no picture of this name"));
    return Json::object();
}

Reply show_picture(Office& office, Call& call)
{
    auto file = office.centre.drafts().picture(call.names[0]);
    if (const auto hash = array_from_base64url<32>(call.names[0]); !file && hash) file = office.centre.picture(*hash);
    if (!file) return tl::make_unexpected(Refusal(file.error()));
    return http::Document{file->starts_with("\x89PNG") ? "image/png" : "image/jpeg", *std::move(file)};
}

Reply overview(Office& office, Call& call)
{
    ISO_TRY(const auto draft, office.centre.drafts().read());
    ISO_TRY(const auto file, file_json(office, draft));
    const auto member = [&](const char* name, Json otherwise) { return file.is_object() && file.contains(name) ? file[name] : std::move(otherwise); };
    const auto fleet = fleet_of(office, *call.who);
    std::uint64_t accepted = 0;
    std::uint64_t log_size = 0;
    if (office.centre.has_election()) {
        const auto standing = office.centre.standing();
        log_size = standing.log_size;
        for (const auto& channel : standing.report.channels)
            if (call.who->has_hall(channel.name)) accepted += channel.accepted;
    }
    return Json{{"phase", phase_name(office, has_draft(draft))},
                {"title", member("title", Json::object())},
                {"envelope", member("envelope", 0)},
                {"phases", member("phases", Json::array())},
                {"ranking", member("ranking", "sealed")},
                {"log_size", log_size},
                {"accepted", accepted},
                {"terminals", counts_json(fleet, office.now())},
                {"alarms", alarms_json(fleet, office.now())},
                {"now", office.now()}};
}

}  // namespace

std::vector<Route> election_routes()
{
    return {{"GET", "/overview", Right::own, overview},
            {"GET", "/election", Right::own, show_election},
            {"PUT", "/election", Right::change, save_draft, "election-save", Body::draft},
            {"POST", "/election/check", Right::read, check_draft, nullptr, Body::json},
            {"POST", "/election/import", Right::change, import_draft, "election-import", Body::file},
            {"POST", "/election/seal", Right::change, seal, "election-seal", Body::json},
            {"GET", "/election/pictures/*", Right::own, show_picture},
            {"PUT", "/election/pictures/*", Right::change, save_picture, "picture-save", Body::file},
            {"DELETE", "/election/pictures/*", Right::change, remove_picture, "picture-remove"}};
}

}  // namespace isoloir::admin
