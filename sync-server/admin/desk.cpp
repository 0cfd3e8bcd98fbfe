#include "sync-server/admin/desk.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "sync-server/admin/page_files.hpp"
#include "sync-server/admin/target.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::admin {
namespace {

constexpr std::string_view kCookie = "__Host-isoloir";
constexpr std::size_t kFormBytes = 16 * 1024;  // what somebody who is not logged in may send
constexpr std::size_t kJsonBytes = 256 * 1024;
constexpr std::size_t kDraftBytes = 16 * 1024 * 1024;  // an election file
constexpr std::size_t kMaxNoted = 200;                 // bytes of a subject or detail in the audit log

bool matches(const std::vector<std::string>& path, std::string_view pattern, std::vector<std::string>& names)
{
    names.clear();
    std::size_t at = 2;  // behind "admin", "api"
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const auto end = std::min(pattern.find('/'), pattern.size());
        const std::string_view wanted = pattern.substr(0, end);
        pattern.remove_prefix(end);
        if (at >= path.size()) return false;
        if (wanted == "*") names.push_back(path[at]);
        else if (path[at] != wanted) return false;
        ++at;
    }
    return at == path.size();
}

std::string shortened(const std::string& text)
{
    return text.size() <= kMaxNoted ? text : std::string(beginning_of(text, kMaxNoted)) + "…";
}

std::size_t bytes_of_body(Body body)
{
    switch (body) {
        case Body::none: return 0;
        case Body::json: return kJsonBytes;
        case Body::draft: return kDraftBytes;
        case Body::file: return kMaxFileBytes;
    }
    return 0;
}

bool is_json(std::string_view content_type)
{
    return content_type.substr(0, content_type.find(';')) == "application/json";
}

http::Response page_file(const PageFile& file)
{
    http::Response response;
    // A file's name bears its content's hash; the page itself has one name for ever.
    const bool page = file.path.ends_with('/');
    response.headers = {{"Content-Type", std::string(file.type)}, {"Cache-Control", page ? "no-cache" : "max-age=31536000, immutable"}};
    response.body.assign(file.bytes.begin(), file.bytes.end());
    return http::with_guards(std::move(response));
}

http::Response pages(const http::Request& request)
{
    if (request.method != "GET") return http::refusal(405, "only GET is answered here");
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    if (path == "/admin") {
        http::Response response;
        response.status = 308;
        response.headers = {{"Location", "/admin/"}};
        return http::with_guards(std::move(response));
    }
    for (const PageFile& file : page_files())
        if (file.path == path) return page_file(file);
    return http::refusal(404, "there is nothing at this address");
}

std::string ticket_of(const http::Request& request)
{
    return cookie_of(request.cookie, kCookie).value_or("");
}

void set_cookie(const Call& call, http::Response& response)
{
    const std::string guards = "; Path=/; Secure; HttpOnly; SameSite=Strict";
    if (!call.new_ticket.empty()) response.headers.emplace_back("Set-Cookie", std::string(kCookie) + "=" + call.new_ticket + guards);
    else if (call.ended) response.headers.emplace_back("Set-Cookie", std::string(kCookie) + "=; Max-Age=0" + guards);
}

}  // namespace

std::vector<Route> all_routes()
{
    std::vector<Route> all;
    for (const auto& routes : {session_routes(), election_routes(), terminal_routes(), hall_routes(), ballot_routes(), count_routes(), account_routes()})
        all.insert(all.end(), routes.begin(), routes.end());
    return all;
}

Desk::Desk(app::Centre& centre) : office_{centre}, routes_(all_routes()) {}

const Route* Desk::find(const http::Request& request, std::vector<std::string>& names, bool& known_path) const
{
    known_path = false;
    const auto target = read_target(request.target);
    if (!target) return nullptr;
    for (const Route& route : routes_) {
        if (!matches(target->path, route.path, names)) continue;
        known_path = true;
        if (request.method == route.method) return &route;
    }
    return nullptr;
}

std::size_t Desk::body_bytes(const http::Request& header) const
{
    std::vector<std::string> names;
    bool known = false;
    const Route* route = find(header, names, known);
    if (route == nullptr || route->body == Body::none) return 0;
    if (!route->right) return kFormBytes;
    // Whether the session still lasts is asked later; a stranger has no ticket of ours.
    if (!office_.centre.accounts().is_ours(ticket_of(header))) return kFormBytes;
    return bytes_of_body(route->body);
}

Reply Desk::admit(const Route& route, Call& call)
{
    auto& accounts = office_.centre.accounts();
    ISO_TRY(call.who, accounts.who(call.ticket));
    // A browser tells which site's page asks (W3C Fetch Metadata), and none but our own does.
    const std::string& from = call.request.fetch_site;
    if (!from.empty() && from != "same-origin" && from != "none")
        return tl::make_unexpected(Refusal(403, "not-allowed", "another site's page sent this (Sec-Fetch-Site)"));
    if (!route.right) return Json::object();
    if (!call.who) return tl::make_unexpected(Refusal(401, "no-session", "log in first, or again"));
    const bool reads = call.request.method == "GET";
    if (!reads && !crypto::equal_secrets(bytes_of(call.request.csrf), bytes_of(accounts.csrf(call.ticket))))
        return tl::make_unexpected(Refusal(403, "not-allowed", "this request does not come from the session's own page (X-Isoloir-Csrf)"));
    if (!accounts::may(call.who->role, *route.right)) return tl::make_unexpected(Refusal(403, "not-allowed", "your role does not allow this"));
    return Json::object();
}

Reply Desk::call(const Route& route, Call& call)
{
    if (auto admitted = admit(route, call); !admitted) return admitted;
    if (route.body == Body::json || route.body == Body::draft) {
        if (!is_json(call.request.content_type)) return tl::make_unexpected(Refusal(415, "malformed", "this is asked as application/json"));
        ISO_TRY(call.body, wire::parse_json(call.request.body));
    }
    return route.handle(office_, call);
}

void Desk::note(const Route& route, const Call& call, const Reply& reply)
{
    // Whoever looks at what is theirs leaves no trace; whoever looks where they may not, does.
    const bool strayed = route.act == nullptr && !reply && reply.error().status == 403;
    if (route.act == nullptr && !strayed) return;
    const char* act = strayed ? "look" : route.act;
    const std::string actor = call.who ? call.who->name : call.actor.value_or("");
    const std::string subject = !call.subject.empty() ? call.subject : !call.names.empty() ? call.names.front() : strayed ? route.path : std::string();
    const std::string detail = reply ? call.detail : reply.error().code + ": " + reply.error().error;
    if (!reply) operations::warning("the desk refused", {{"act", act}, {"account", actor}, {"address", call.request.address}, {"code", reply.error().code}});
    // What strangers are refused without end must not fill the database.
    if (!reply && !call.who && !call.counted) return;
    const Status noted = office_.centre.accounts().audit({0, 0, actor, act, shortened(subject), reply.has_value(), shortened(detail)});
    if (!noted) operations::error("the audit log lacks an entry", {{"act", act}, {"account", actor}, {"why", noted.error().text()}});
}

http::Response Desk::answer(const http::Request& request)
{
    if (!request.target.starts_with("/admin/api/")) return pages(request);
    Call call{request, {}};
    bool known = false;
    const Route* route = find(request, call.names, known);
    if (route == nullptr)
        return response_of(tl::make_unexpected(known ? Refusal(405, "malformed", "this method is not answered here")
                                                     : Refusal(404, "not-found", "there is nothing at this address")));
    call.query = read_target(request.target)->query;
    call.ticket = ticket_of(request);
    const Reply reply = this->call(*route, call);
    note(*route, call, reply);
    auto response = response_of(reply);
    set_cookie(call, response);
    return response;
}

}  // namespace isoloir::admin
