#pragma once
// From a request to an answer, with no socket in sight:
//
//   terminals  GET  /v1/elections/{id}/package | /roster | /pictures/{hash}
//              GET  /v1/elections/{id}/voted | /roll, with ?after={cursor} from the second page on
//              GET  /v1/terminals/{kid}/head
//              POST /v1/terminals/{kid}/records | /receipt
//   public     GET  any plain path -> Service::document
//              POST /api/v1/votes
//
// {id}, {hash}, {kid} and {cursor} are base64url, as all byte strings of the protocol.

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
};

struct Response {
    unsigned status{200};
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// {"error": sentence} with no more said than the other side may know: what a disk or a bug said stays here.
Response refusal(unsigned status, const std::string& sentence);
Response refusal(const Error& error);

Response answer_terminal(const Request& request, const crypto::Digest& election, Service& service);
Response answer_public(const Request& request, Service& service);

/// "/" or segments of letters, digits and ._~- that do not begin with a dot, without escapes: nothing in it can climb,
/// hide or be read in two ways.
bool is_plain_path(std::string_view path);

}  // namespace isoloir::http
