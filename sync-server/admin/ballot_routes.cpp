// Ballots that came: the merge report, the records that do not count, and files that are loaded.

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "sync-server/admin/call.hpp"
#include "sync-server/publish/turnout.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

constexpr std::size_t kPage = 100;
constexpr std::size_t kMostReports = 100;
constexpr std::size_t kMaxName = 200;  // bytes of a file's name

/// A number in an address; nothing for what is none.
std::optional<std::uint64_t> number_of(const std::string& text)
{
    if (text.empty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    return std::stoull(text);
}

Reply report(Office& office, Call& call)
{
    intake::Report report;
    if (office.centre.has_election()) report = office.centre.standing().report;
    const bool staff = call.who->role == accounts::Role::staff;
    Json channels = Json::array();
    Json sums = {{"accepted", 0}, {"duplicates", 0}, {"refused", 0}, {"spoilt", 0}};
    for (const auto& channel : report.channels) {
        if (!call.who->has_hall(channel.name)) continue;
        const Json numbers = {{"accepted", channel.accepted}, {"duplicates", channel.duplicates}, {"refused", channel.refused}, {"spoilt", channel.spoilt}};
        for (auto& [name, sum] : sums.items()) sum = sum.get<std::uint64_t>() + numbers[name].get<std::uint64_t>();
        Json shown = {{"name", channel.name}};
        shown.update(numbers);
        channels.push_back(std::move(shown));
    }
    Json reasons = Json::object();
    // Reasons are told for all halls together, and that is not for one hall's staff.
    if (!staff)
        for (const auto& [reason, count] : report.reasons) reasons[store::name_of(reason)] = count;
    Json json = sums;
    json["reasons"] = std::move(reasons);
    json["channels"] = std::move(channels);
    return json;
}

/// When people voted, as everybody may know it.
Reply turnout(Office& office, Call&)
{
    publish::Turnout turnout;
    if (office.centre.has_election()) turnout = publish::turnout_of(office.centre.standing());
    Json days = Json::array();
    for (const auto& [day, ballots] : turnout.by_day) days.push_back({{"day", day}, {"ballots", ballots}});
    return Json{{"days", std::move(days)}, {"hours", turnout.by_hour}};
}

Json line_json(const app::RecordLine& line)
{
    Json json = {{"leaf", line.leaf ? Json(*line.leaf) : Json(nullptr)},
                 {"reason", store::name_of(line.reason)},
                 {"terminal", to_hex(line.terminal)},
                 {"hall", line.channel},
                 {"sequence", line.sequence},
                 {"hour", line.hour},
                 {"tracker", line.tracker.empty() ? Json(nullptr) : Json(line.tracker)},
                 {"instead", nullptr}};
    if (line.instead)
        json["instead"] = {{"leaf", line.instead->leaf}, {"hall", line.instead->channel}, {"hour", line.instead->hour}, {"tracker", line.instead->tracker}};
    return json;
}

Reply records(Office& office, Call& call)
{
    std::optional<std::uint64_t> before;
    std::optional<store::Reason> reason;
    std::optional<crypto::KeyId> terminal;
    if (const auto text = call.asked("before"); !text.empty()) {
        before = number_of(text);
        if (!before) return tl::make_unexpected(Refusal(400, "malformed", "\"before\" is a place in the log"));
    }
    if (const auto text = call.asked("reason"); !text.empty()) {
        const auto found = std::find_if(store::kReasons.begin(), store::kReasons.end(), [&](auto one) { return text == store::name_of(one); });
        if (found == store::kReasons.end()) return tl::make_unexpected(Refusal(400, "malformed", "there is no such reason"));
        reason = *found;
    }
    if (const auto text = call.asked("terminal"); !text.empty()) {
        ISO_TRY(const auto bytes, from_hex(text));
        if (bytes.size() != std::tuple_size_v<crypto::KeyId>) return tl::make_unexpected(Refusal(400, "malformed", "a terminal's key has 32 characters"));
        terminal.emplace();
        std::copy(bytes.begin(), bytes.end(), terminal->begin());
    }
    Json shown = Json::array();
    std::optional<std::uint64_t> next;
    if (office.centre.has_election()) {
        ISO_TRY(const auto lines, office.centre.not_counted(before, kPage, reason, terminal));
        std::size_t leaves = 0;
        for (const auto& line : lines) {
            shown.push_back(line_json(line));
            leaves += line.leaf.has_value();
        }
        if (leaves == kPage) next = lines.back().leaf;
    }
    return Json{{"records", std::move(shown)}, {"next", next ? Json(*next) : Json(nullptr)}};
}

Reply list_imports(Office& office, Call&)
{
    ISO_TRY(const auto reports, office.centre.import_reports().newest(kMostReports));
    Json shown = Json::array();
    for (const auto& [number, kept] : reports) shown.push_back(shown_report(number, kept, office.now()));
    return Json{{"imports", std::move(shown)}};
}

Reply show_import(Office& office, Call& call)
{
    const auto number = number_of(call.names[0]);
    if (!number) return tl::make_unexpected(Refusal(404, "not-found", "there is no such import"));
    ISO_TRY(const auto kept, office.centre.import_reports().read(*number));
    if (!kept) return tl::make_unexpected(Refusal(404, "not-found", "there is no such import"));
    return shown_report(*number, *kept, office.now());
}

Reply begin_import(Office& office, Call& call)
{
    const std::string kind = call.asked("kind");
    if (kind != "votes" && kind != "bundle" && kind != "roll") return tl::make_unexpected(Refusal(400, "malformed", "\"kind\" is votes, bundle or roll"));
    ImportFile file;
    file.kind = kind == "bundle" ? ImportKind::bundle : kind == "roll" ? ImportKind::roll : ImportKind::votes;
    file.replace = call.asked("replace") == "true";
    file.name = beginning_of(call.asked("name"), kMaxName);
    file.account = call.who->name;
    file.text = call.request.body;
    call.subject = file.name;
    call.detail = kind;
    ISO_TRY(auto report, office.imports.begin(std::move(file)));
    return report;
}

}  // namespace

std::vector<Route> ballot_routes()
{
    return {{"GET", "/report", Right::own, report},
            {"GET", "/turnout", Right::own, turnout},
            {"GET", "/records", Right::read, records},
            {"GET", "/imports", Right::read, list_imports},
            {"GET", "/imports/*", Right::read, show_import},
            {"POST", "/imports", Right::change, begin_import, "import", Body::file}};
}

}  // namespace isoloir::admin
