#include "sync-server/http/routes.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "sync-server/http/query.hpp"

namespace isoloir::http {
namespace {

constexpr const char* kRetrySeconds = "5";
constexpr std::string_view kVotes = "/api/v1/votes";
constexpr std::string_view kFind = "/find";
constexpr const char* kSigned = "application/jose";
constexpr const char* kPlain = "text/plain; charset=utf-8";
constexpr const char* kContentPolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

bool is_header_value(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// `If-None-Match: "a", W/"b"` or `*`.
bool names_tag(std::string_view if_none_match, const std::string& tag)
{
    return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

/// The answer under an ETag, still without what it bears; 304 when the other side has it.
/// @param keep  Cache-Control
Response tagged(const Request& request, const std::string& type, const std::string& hash, const char* keep)
{
    if (!is_header_value(type)) return refusal(500, "the server has no proper type for this document");
    const std::string tag = '"' + hash + '"';
    Response response;
    response.headers = {{"ETag", tag}, {"Cache-Control", keep}};
    if (names_tag(request.if_none_match, tag)) response.status = 304;
    else response.headers.emplace_back("Content-Type", type);
    return with_guards(std::move(response));
}

/// A whole object.
Response content(const Request& request, const std::string& type, std::string body, const char* keep = "no-cache")
{
    Response response = tagged(request, type, to_base64url(crypto::sha256(bytes_of(body))), keep);
    if (response.status == 200) response.body = std::move(body);
    return response;
}

Response downloaded(const Request& request, Result<Download> file)
{
    if (!file) return refusal(file.error());
    Response response = tagged(request, file->type, file->tag, "no-cache");
    if (response.status != 200) return response;
    if (!file->name.empty()) response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file->name + '"');
    response.pieces = std::move(file->pieces);
    return response;
}

Response plain_text(unsigned status, const char* type, std::string body)
{
    Response response;
    response.status = status;
    response.headers = {{"Content-Type", type}, {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return with_guards(std::move(response));
}

Response live_events()
{
    Response response;
    response.headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}};
    response.events = true;
    return with_guards(std::move(response));
}

/// A receipt is for this terminal at this moment: nobody keeps it on the way.
Response receipt(Result<std::string> jws)
{
    if (!jws) return refusal(jws.error());
    Response response;
    response.headers = {{"Content-Type", kSigned}, {"Cache-Control", "no-store"}};
    response.body = *std::move(jws);
    return with_guards(std::move(response));
}

Response noted(const Status& status)
{
    if (!status) return refusal(status.error());
    Response response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = "{}";
    return with_guards(std::move(response));
}

Response not_allowed(const char* allowed)
{
    Response response = refusal(405, std::string("only ") + allowed + " is answered here");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

std::vector<std::string_view> segments_of(std::string_view path)
{
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

/// Who voted, or may: for this terminal at this moment, as a receipt.
Response voters(const Request& request, std::string_view list, std::string_view query, Service& service)
{
    constexpr std::string_view kAfter = "after=";
    std::optional<wire::Cursor> after;
    if (!query.empty()) {
        const auto cursor = array_from_base64url<24>(query.substr(std::min(kAfter.size(), query.size())));
        if (query.substr(0, kAfter.size()) != kAfter || !cursor) return refusal(400, "the address names no place in the list");
        after = *cursor;
    }
    auto page = list == "voted" ? service.voted(crypto::key_id(*request.peer), after) : service.roll(after);
    if (!page) return refusal(page.error());
    Response response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = *std::move(page);
    return with_guards(std::move(response));
}

Response election_object(const Request& request, const std::vector<std::string_view>& path, std::string_view query, Service& service)
{
    const auto id = array_from_base64url<32>(path[2]);
    if (!id) return refusal(400, "the address names no election");
    if (*id != service.election()) return refusal(404, "this server holds another election");
    if (request.method != "GET") return not_allowed("GET");
    if (path.size() == 4 && (path[3] == "voted" || path[3] == "roll")) return voters(request, path[3], query, service);
    if (!query.empty()) return refusal(404, "there is nothing at this address");
    if (path.size() == 4 && path[3] == "package") return content(request, kSigned, service.package());
    if (path.size() == 4 && path[3] == "roster") return content(request, kSigned, service.roster());
    if (path.size() != 5 || path[3] != "pictures") return refusal(404, "there is nothing at this address");
    const auto hash = array_from_base64url<32>(path[4]);
    if (!hash) return refusal(400, "the address names no picture");
    auto picture = service.picture(*hash);
    if (!picture) return refusal(picture.error());
    return content(request, "application/octet-stream", *std::move(picture));
}

Response terminal_call(const Request& request, const std::vector<std::string_view>& path, Service& service)
{
    const auto terminal = array_from_base64url<16>(path[2]);
    if (!terminal) return refusal(400, "the address names no terminal");
    if (*terminal != crypto::key_id(*request.peer)) return refusal(403, "a terminal may ask for and send its own records only");
    if (path[3] == "head") return request.method == "GET" ? receipt(service.head(*terminal)) : not_allowed("GET");
    if (path[3] == "records") return request.method == "POST" ? receipt(service.accept(*terminal, request.body)) : not_allowed("POST");
    if (path[3] == "receipt") return request.method == "POST" ? receipt(service.present(*terminal, request.body)) : not_allowed("POST");
    if (path[3] == "status") return request.method == "POST" ? noted(service.note(*terminal, request.body)) : not_allowed("POST");
    return refusal(404, "there is nothing at this address");
}

/// A platform's votes. A browser sends no such token by itself, so no page of somebody else's can post.
Response posted_votes(const Request& request, Service& service)
{
    constexpr std::string_view kBearer = "Bearer ";
    constexpr std::string_view kJson = "application/json";
    const std::string_view given = request.authorization;
    const std::string_view token = given.starts_with(kBearer) ? given.substr(kBearer.size()) : std::string_view{};
    if (std::string_view(request.content_type).substr(0, request.content_type.find(';')) != kJson) return refusal(415, "votes come as application/json");
    auto answer = service.post_votes(token, request.body);
    if (!answer && answer.error().code == Errc::forged) {
        Response response = refusal(401, answer.error().message);
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    }
    if (!answer) return refusal(answer.error());
    Response response;
    response.headers = {{"Content-Type", std::string(kJson)}, {"Cache-Control", "no-store"}};
    response.body = *std::move(answer);
    return with_guards(std::move(response));
}

/// @param path  "/find", or "/{language}/find"
Result<Document> found(std::string_view path, std::string_view target, Service& service)
{
    const std::string_view language = path.substr(0, path.size() - kFind.size());
    const std::string_view query = target.substr(std::min(path.size() + 1, target.size()));
    return service.find(language.substr(std::min<std::size_t>(1, language.size())), form_value(query, "tracker").value_or(""));
}

/// A person sees a page; whoever asks for anything else gets the refusal as it is.
void say_it_on_a_page(Response& response, const Request& request, std::string_view path, const Service& service)
{
    if (response.status < 400 || request.method != "GET" || request.accept.find("text/html") == std::string::npos) return;
    for (auto& [name, value] : response.headers)
        if (name == "Content-Type") value = "text/html; charset=utf-8";
    response.body = service.sorry(response.status, path);
}

}  // namespace

unsigned status_of(Errc code)
{
    switch (code) {
        case Errc::malformed: return 400;
        case Errc::forged: return 403;
        case Errc::not_found: return 404;
        case Errc::conflict: return 409;
        case Errc::refused: return 422;
        case Errc::unavailable:
        case Errc::full:
        case Errc::io: return 503;
        case Errc::corrupt:
        case Errc::internal: return 500;
    }
    return 500;
}

Response with_guards(Response response)
{
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    return response;
}

bool is_plain_path(std::string_view path)
{
    if (path == "/") return true;
    if (path.empty() || path.front() != '/' || path.back() == '/') return false;
    char before = '\0';
    for (const char c : path) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && std::string_view("/._~-").find(c) == std::string_view::npos) return false;
        if (before == '/' && (c == '/' || c == '.')) return false;
        before = c;
    }
    return true;
}

Response refusal(unsigned status, const std::string& sentence)
{
    const nlohmann::json json = {{"error", sentence}};
    Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    if (status == 503 || status == 429) response.headers.emplace_back("Retry-After", kRetrySeconds);
    response.body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    return with_guards(std::move(response));
}

Response refusal(const Error& error)
{
    const unsigned status = status_of(error.code);
    if (status == 500) return refusal(status, "the server cannot answer this; its operator must look");
    if (status == 503) return refusal(status, "the server cannot take this now; nothing is lost, try again later");
    return refusal(status, error.text());
}

Response answer_or_fail(const std::function<Response(const Request&)>& answer, const Request& request)
{
    try {
        return answer(request);
    } catch (const std::exception&) {
        return refusal(500, "the server cannot answer this; its operator must look");
    }
}

Response answer_terminal(const Request& request, Service& service)
{
    // Asked again for every request: a connection may be older than the revocation of its terminal.
    if (!request.peer || !service.admits(*request.peer)) return refusal(403, "this terminal is not in the roster, or was revoked");
    const std::string_view target = request.target;
    const std::string_view plain = target.substr(0, target.find('?'));
    const std::string_view query = target.substr(std::min(plain.size() + 1, target.size()));
    if (!is_plain_path(plain) || target.back() == '?') return refusal(404, "there is nothing at this address");
    const auto path = segments_of(plain);
    if (path.size() >= 4 && path[0] == "v1" && path[1] == "elections") return election_object(request, path, query, service);
    if (query.empty() && path.size() == 4 && path[0] == "v1" && path[1] == "terminals") return terminal_call(request, path, service);
    return refusal(404, "there is nothing at this address");
}

std::optional<Response> answer_health(const Request& request, const Service& service, bool reason)
{
    if (request.method != "GET" || request.target != "/healthz") return std::nullopt;
    const Status health = service.health();
    if (health) return plain_text(200, kPlain, "ok\n");
    return plain_text(503, kPlain, reason ? health.error().text() + "\n" : "unavailable\n");
}

Response answer_operations(const Request& request, const Figures& figures)
{
    if (request.target != "/metrics") return refusal(404, "here are /metrics and /healthz");
    if (request.method != "GET") return not_allowed("GET");
    return plain_text(200, "text/plain; version=0.0.4; charset=utf-8", figures());
}

bool is_for_desk(std::string_view target)
{
    constexpr std::string_view kDesk = "/admin";
    return target.starts_with(kDesk) && (target.size() == kDesk.size() || target[kDesk.size()] == '/' || target[kDesk.size()] == '?');
}

Response answer_public(const Request& request, Service& service, Desk* desk)
{
    const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
    const bool for_desk = desk != nullptr && is_for_desk(request.target);
    const auto answer = [&]() -> Response {
        if (for_desk) return desk->answer(request);
        if (request.target == kVotes) return request.method == "POST" ? posted_votes(request, service) : not_allowed("POST");
        if (request.method != "GET") return not_allowed("GET");
        if (!is_plain_path(path)) return refusal(404, "there is nothing at this address");
        if (path == "/live/events") return live_events();
        if (path == "/bundle.zip" || path.starts_with("/bundle/")) return downloaded(request, service.download(path));
        const bool looks_up = path.ends_with(kFind);
        auto document = looks_up ? found(path, request.target, service) : service.document(path);
        if (!document) return refusal(document.error());
        // Which ballot somebody looked for stays on no computer that others use, too.
        return content(request, document->type, std::move(document->body), looks_up ? "no-store" : "no-cache");
    };
    Response response = answer();
    if (!for_desk) say_it_on_a_page(response, request, path, service);
    response.headers.emplace_back("Content-Security-Policy", kContentPolicy);
    response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return response;
}

}  // namespace isoloir::http
