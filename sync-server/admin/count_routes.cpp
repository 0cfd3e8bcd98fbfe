// Closing the poll, counting, and what came out.

#include "shared/base/encoding.hpp"
#include "shared/count/outcome_json.hpp"
#include "shared/election/definition_json.hpp"
#include "sync-server/admin/call.hpp"
#include "sync-server/admin/election_json.hpp"
#include "sync-server/app/expected.hpp"
#include "sync-server/counting/result.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

Json outcome_json(Office& office, const election::Definition& definition, const count::Outcome& outcome)
{
    Json ranking = Json::array();
    for (const auto& ranked : outcome.ranking) {
        const auto& project = definition.projects[ranked.project];
        ranking.push_back(count::ranked_json(ranked, definition, count::in_cents));
        Json reason;
        for (const char* language : publish::kLanguages) reason[language] = publish::reason_of(publish::words_in(language), definition, outcome, ranked);
        ranking.back().update({{"title", project.title.by_language}, {"cost", project.cost.cents}, {"reason", std::move(reason)}});
    }
    Json files = Json::array();
    for (const char* language : publish::kLanguages)
        for (const auto& path : {"/result-" + std::string(language) + ".csv", "/minutes-" + std::string(language) + ".pdf"}) files.push_back(path);
    for (const char* path : {"/result.json", "/result.jws", "/result.pb", "/result-decidim.csv", "/result-consul.txt"})
        if (office.centre.document(path)) files.push_back(path);
    if (office.centre.standing().proved) files.push_back("/bundle.zip");
    return {{"ranking", std::move(ranking)},
            {"spent", outcome.spent.cents},
            {"ballots", outcome.ballots},
            {"invalid", outcome.invalid},
            {"files", std::move(files)}};
}

/// Whether there are enough ballots for a proof that everybody may see.
bool may_be_shown(const publish::Standing& standing)
{
    return publish::publishes_ballots(standing.package.definition, standing.report.accepted);
}

/// Who opens the ballots, where it is not this server.
Json ceremony_json(const publish::Standing& standing)
{
    const auto& trustees = standing.package.keys.trustees;
    if (!trustees || standing.report.accepted == 0) return nullptr;
    Json names = Json::array();
    for (const auto& member : trustees->members) names.push_back(member.name);
    return {{"threshold", trustees->threshold}, {"trustees", std::move(names)}, {"published", may_be_shown(standing)}};
}

Reply show_count(Office& office, Call&)
{
    const auto progress = office.counting.progress();
    Json json = {{"phase", "none"},       {"waiting", Json::array()}, {"stage", progress.stage.empty() ? Json(nullptr) : Json(progress.stage)},
                 {"done", progress.done}, {"of", progress.of},        {"error", progress.error.empty() ? Json(nullptr) : Json(progress.error)},
                 {"outcome", nullptr},    {"ceremony", nullptr},      {"provable", false}};
    if (!office.centre.has_election()) return json;
    const auto standing = office.centre.standing();
    json["phase"] = phase_name(office, false);
    if (standing.phase == store::Phase::open)
        for (const auto& terminal : app::still_expected(office.centre.terminals()))
            json["waiting"].push_back({{"terminal", to_hex(terminal.terminal)},
                                       {"hall", terminal.hall},
                                       {"open", terminal.open},
                                       {"waiting", terminal.note ? Json(terminal.note->waiting) : Json(nullptr)}});
    json["ceremony"] = ceremony_json(standing);
    json["provable"] = !standing.package.keys.trustees && may_be_shown(standing);
    if (standing.outcome) json["outcome"] = outcome_json(office, standing.package.definition, *standing.outcome);
    return json;
}

Reply close_poll(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const bool anyway, reader.boolean("anyway"));
    ISO_CHECK(reader.finish());
    if (!office.centre.has_election()) return tl::make_unexpected(Refusal(404, "not-found", "there is no election here yet"));
    const auto expected = app::still_expected(office.centre.terminals());
    const bool open = office.centre.standing().phase == store::Phase::open;
    if (open && !anyway && !expected.empty())
        return tl::make_unexpected(Refusal(409, "records-waiting", "ballots may still be on their way from " + std::to_string(expected.size()) + " terminals"));
    if (anyway && open && !expected.empty()) call.detail = "although " + std::to_string(expected.size()) + " terminals had not closed";
    ISO_CHECK(office.centre.close());
    return show_count(office, call);
}

Reply count(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const bool proof, reader.boolean("proof"));
    ISO_CHECK(reader.finish());
    if (!office.centre.has_election()) return tl::make_unexpected(Refusal(404, "not-found", "there is no election here yet"));
    if (office.centre.standing().phase == store::Phase::open) return tl::make_unexpected(Refusal(422, "refused", "close the poll first"));
    office.counting.begin(call.who->name, proof);
    return show_count(office, call);
}

}  // namespace

std::vector<Route> count_routes()
{
    return {{"GET", "/count", Right::read, show_count},
            {"POST", "/poll/close", Right::change, close_poll, "poll-close", Body::json},
            {"POST", "/count", Right::change, count, "count", Body::json}};
}

}  // namespace isoloir::admin
