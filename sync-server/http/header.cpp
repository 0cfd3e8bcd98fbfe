#include "sync-server/http/header.hpp"

namespace isoloir::http {
namespace {

using boost::beast::http::field;

constexpr const char* kCsrf = "X-Isoloir-Csrf";
constexpr const char* kFetchSite = "Sec-Fetch-Site";

}  // namespace

bool is_ambiguous(const Header& header)
{
    if (header.count(field::host) != 1 && (header.version() > 10 || header.count(field::host) > 1)) return true;
    for (const auto once : {field::content_length, field::content_type, field::authorization, field::cookie})
        if (header.count(once) > 1) return true;
    return header.count(kCsrf) > 1 || header.count(kFetchSite) > 1;
}

Request read_header(const Header& header)
{
    Request request;
    request.method = std::string(header.method_string());
    request.target = std::string(header.target());
    request.if_none_match = std::string(header[field::if_none_match]);
    request.authorization = std::string(header[field::authorization]);
    request.content_type = std::string(header[field::content_type]);
    request.cookie = std::string(header[field::cookie]);
    request.csrf = std::string(header[kCsrf]);
    request.fetch_site = std::string(header[kFetchSite]);
    request.accept = std::string(header[field::accept]);
    return request;
}

}  // namespace isoloir::http
