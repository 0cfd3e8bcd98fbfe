#pragma once
// From a request to an answer, with no socket in sight:
//
//   terminals  GET  /v1/elections/{id}/package | /roster | /pictures/{hash}
//              GET  /v1/elections/{id}/voted | /roll, with ?after={cursor} from the second page on
//              GET  /v1/terminals/{kid}/head
//              POST /v1/terminals/{kid}/records | /receipt | /status
//   public     GET  any plain path -> Service::document
//              GET  /bundle.zip | /bundle/{path} -> Service::download
//              GET  /find | /{language}/find, with ?tracker={as typed} -> Service::find
//              GET  /live/events -> Service::document("/live") whenever it changes, as server-sent events (WHATWG HTML 9.2)
//              POST /api/v1/votes
//              GET  /healthz -> Service::health, in one word
//              anything below /admin -> Desk
//              what is refused, to a browser that asks for a page -> Service::sorry
//   operations GET  /healthz, with the reason; /metrics -> Figures
//
// {id}, {hash}, {kid} and {cursor} are base64url, as all byte strings of the protocol.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"
#include "sync-server/http/service.hpp"

namespace isoloir::http {

struct Request {
    std::string method;
    std::string target;                     // path and query as received
    std::optional<crypto::PublicKey> peer;  // proved by the TLS client; none on the public port
    std::string if_none_match{};
    std::string body{};
    std::string authorization{};
    std::string content_type{};
    std::string cookie{};
    std::string csrf{};        // X-Isoloir-Csrf
    std::string fetch_site{};  // Sec-Fetch-Site
    std::string address{};     // of whoever connected
    std::string accept{};      // media types that the other side reads
};

struct Response {
    unsigned status{200};
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    bool events{false};              // the answer is the feed of live events, which goes on
    std::optional<Pieces> pieces{};  // instead of the body
};

constexpr const char* kLive = "/live";

/// {"error": sentence} with no more said than the other side may know: what a disk or a bug said stays here.
Response refusal(unsigned status, const std::string& sentence);
Response refusal(const Error& error);
unsigned status_of(Errc code);
/// Adds the headers that every answer bears.
Response with_guards(Response response);

/// What `answer` says, or that the server cannot when it throws.
Response answer_or_fail(const std::function<Response(const Request&)>& answer, const Request& request);

/// The admins' pages and what they ask for: all below /admin on the public port. Safe from several threads at once.
class Desk {
public:
    virtual ~Desk() = default;
    /// How large a body this request may have; asked with its header alone, on the I/O thread.
    virtual std::size_t body_bytes(const Request& header) const = 0;
    virtual Response answer(const Request& request) = 0;
};

bool is_for_desk(std::string_view target);

Response answer_terminal(const Request& request, Service& service);
Response answer_public(const Request& request, Service& service, Desk* desk);

/// What the server can tell of itself in numbers, in Prometheus' text format 0.0.4.
using Figures = std::function<std::string()>;

Response answer_operations(const Request& request, const Figures& figures);

/// The answer to `GET /healthz`; nothing for any other request. Never waits.
/// @param reason  whether to say what is wrong: whoever balances the load of public pages need not know
std::optional<Response> answer_health(const Request& request, const Service& service, bool reason);

/// "/" or segments of letters, digits and ._~- that do not begin with a dot, without escapes: nothing in it can climb,
/// hide or be read in two ways.
bool is_plain_path(std::string_view path);

}  // namespace isoloir::http
