// Terminals and staff files: approved, suspended, revoked, made and withdrawn.

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "sync-server/admin/call.hpp"
#include "sync-server/admin/terminal_json.hpp"
#include "sync-server/app/hours.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

constexpr std::size_t kMaxRequest = 16 * 1024;
constexpr std::size_t kMaxName = 200;
constexpr std::int64_t kTerminalPort = 8443;

Reply list_terminals(Office& office, Call& call)
{
    Json terminals = Json::array();
    for (const auto& terminal : fleet_of(office, *call.who)) terminals.push_back(terminal_json(terminal, office.now()));
    return Json{{"terminals", std::move(terminals)}};
}

Refusal no_such_terminal()
{
    return {404, "not-found", "there is no such terminal among yours"};
}

/// The terminal that a request names by its key, where it is somebody's own.
std::optional<app::TerminalStatus> own_terminal(Office& office, const Call& call)
{
    for (auto& terminal : fleet_of(office, *call.who))
        if (to_hex(terminal.terminal) == call.names[0]) return terminal;
    return std::nullopt;
}

Reply changed_terminal(Office& office, Call& call)
{
    const auto terminal = own_terminal(office, call);
    if (!terminal) return tl::make_unexpected(no_such_terminal());
    call.detail = terminal->hall;
    return terminal_json(*terminal, office.now());
}

Reply approve(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto text, reader.text("request", kMaxRequest));
    ISO_TRY(const auto hall, reader.text("hall", kMaxName));
    std::string host = "localhost";
    if (reader.has("host")) { ISO_TRY(host, reader.text("host", kMaxName)); }
    std::int64_t port = kTerminalPort;
    if (reader.has("port")) { ISO_TRY(port, reader.integer("port", 1, 65535)); }
    ISO_CHECK(reader.finish());
    call.detail = hall;
    if (hall.empty()) return tl::make_unexpected(Refusal(422, "refused", "a terminal stands in a hall; name it"));
    ISO_TRY(const auto request, wire::open_enrolment(trimmed(text)));
    call.subject = to_hex(crypto::key_id(request.key));
    ISO_TRY(auto bundle, office.centre.approve(request, hall, host, static_cast<std::uint16_t>(port)));
    for (const auto& terminal : fleet_of(office, *call.who))
        if (terminal.terminal == crypto::key_id(request.key)) return Json{{"terminal", terminal_json(terminal, office.now())}, {"bundle", bundle + "\n"}};
    return tl::make_unexpected(no_such_terminal());
}

Reply suspend(Office& office, Call& call)
{
    const auto terminal = own_terminal(office, call);
    if (!terminal) return tl::make_unexpected(no_such_terminal());
    ISO_CHECK(office.centre.suspend(terminal->terminal));
    return changed_terminal(office, call);
}

Reply resume(Office& office, Call& call)
{
    const auto terminal = own_terminal(office, call);
    if (!terminal) return tl::make_unexpected(no_such_terminal());
    ISO_CHECK(office.centre.resume(terminal->terminal));
    return changed_terminal(office, call);
}

Reply revoke(Office& office, Call& call)
{
    if (!own_terminal(office, call)) return tl::make_unexpected(no_such_terminal());
    ISO_CHECK(office.centre.revoke(call.names[0]));
    return changed_terminal(office, call);
}

Json staff_file_json(const wire::StaffToken& token, bool withdrawn)
{
    return {
        {"id", to_hex(token.id)},   {"handle", token.handle},   {"hall", token.hall.value_or("")}, {"terminal", token.terminal ? to_hex(*token.terminal) : ""},
        {"from", token.not_before}, {"until", token.not_after}, {"withdrawn", withdrawn}};
}

Reply list_staff_files(Office& office, Call& call)
{
    Json files = Json::array();
    if (office.centre.has_election()) {
        ISO_TRY(const auto tokens, office.centre.staff_tokens());
        for (const auto& [token, withdrawn] : tokens)
            if (call.who->role != accounts::Role::staff || (token.hall && call.who->has_hall(*token.hall))) files.push_back(staff_file_json(token, withdrawn));
    }
    return Json{{"files", std::move(files)}};
}

Reply make_staff_file(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto handle, reader.text("handle", kMaxName));
    call.subject = handle;
    app::StaffScope scope;
    if (reader.has("hall")) { ISO_TRY(scope.hall, reader.text("hall", kMaxName)); }
    if (reader.has("terminal")) { ISO_TRY(scope.terminal, reader.text("terminal", kMaxName)); }
    if (reader.has("from")) {
        ISO_TRY(const auto from, reader.text("from", kMaxName));
        ISO_TRY(scope.first, app::hour_of(from));
    }
    ISO_TRY(const auto until, reader.text("until", kMaxName));
    ISO_TRY(const Hour last, app::hour_of(until));
    scope.last = last + 23;
    ISO_CHECK(reader.finish());
    call.detail = scope.hall;
    ISO_TRY(const auto made, office.centre.make_staff_token(handle, scope));
    return Json{{"file", staff_file_json(made.token, false)}, {"text", made.jws + "\n"}};
}

Reply withdraw_staff_file(Office& office, Call& call)
{
    if (call.names[0].size() != 32) return tl::make_unexpected(Refusal(404, "not-found", "there is no such staff file"));
    ISO_CHECK(office.centre.withdraw_staff_tokens(call.names[0]));
    return Json::object();
}

}  // namespace

std::vector<Route> terminal_routes()
{
    return {{"GET", "/terminals", Right::own, list_terminals},
            {"POST", "/terminals", Right::change, approve, "terminal-approve", Body::json},
            {"POST", "/terminals/*/suspend", Right::change, suspend, "terminal-suspend", Body::json},
            {"POST", "/terminals/*/resume", Right::change, resume, "terminal-resume", Body::json},
            {"POST", "/terminals/*/revoke", Right::change, revoke, "terminal-revoke", Body::json},
            {"GET", "/staff-files", Right::own, list_staff_files},
            {"POST", "/staff-files", Right::change, make_staff_file, "staff-file-make", Body::json},
            {"POST", "/staff-files/*/withdraw", Right::change, withdraw_staff_file, "staff-file-withdraw", Body::json}};
}

}  // namespace isoloir::admin
