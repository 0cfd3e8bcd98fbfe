#include "terminal/sync/response.hpp"

#include <charconv>

#include "shared/base/text.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::sync {
namespace {

constexpr std::size_t kMaxHeaderBytes = 8 * 1024;
constexpr std::string_view kLineEnd = "\r\n";

tl::unexpected<Error> not_ours(const std::string& why)
{
    return fail(Errc::malformed, "the server's answer is no answer of ours: " + why);
}

Result<std::size_t> number(std::string_view text)
{
    std::size_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return not_ours("a number is none");
    return value;
}

Result<int> read_status(std::string_view line)
{
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    if (line.substr(0, kVersion.size()) != kVersion || line.size() < kVersion.size() + 3) return not_ours("it does not begin as HTTP/1.1");
    ISO_TRY(const std::size_t status, number(line.substr(kVersion.size(), 3)));
    if (status < 200 || status > 599) return not_ours("its status is " + std::to_string(status));
    return static_cast<int>(status);
}

struct Header {
    int status{0};
    std::size_t length{0};
};

Result<Header> read_header(std::string_view text)
{
    Header header;
    const auto first = text.find(kLineEnd);
    ISO_TRY(header.status, read_status(text.substr(0, first)));
    std::optional<std::size_t> length;
    for (text.remove_prefix(first + kLineEnd.size()); !text.empty();) {
        const auto end = text.find(kLineEnd);
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end + kLineEnd.size());
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) return not_ours("a header line has no name");
        const std::string name = ascii_upper(line.substr(0, colon));
        if (name == "TRANSFER-ENCODING") return not_ours("it comes in chunks");
        if (name != "CONTENT-LENGTH") continue;
        if (length) return not_ours("it has two lengths");
        ISO_TRY(length, number(trimmed(line.substr(colon + 1))));
    }
    if (!length) return not_ours("it has no length");
    header.length = *length;
    return header;
}

Errc meaning_of(int status)
{
    switch (status) {
        case 400: return Errc::malformed;
        case 403: return Errc::forged;
        case 404: return Errc::not_found;
        case 409: return Errc::conflict;
        case 413:
        case 422: return Errc::refused;
        case 429:
        case 503: return Errc::unavailable;
        default: return Errc::internal;
    }
}

/// {"error": sentence}; an empty text when it is anything else.
std::string sentence_of(const std::string& body)
{
    const auto json = wire::parse_json(body);
    if (!json) return {};
    wire::ObjectReader reader(*json, "answer");
    return reader.text("error", kMaxHeaderBytes).value_or("");
}

}  // namespace

Result<std::optional<Response>> read_response(std::string_view received, std::size_t max_body)
{
    const auto header_end = received.find("\r\n\r\n");
    if (std::min(header_end, received.size()) > kMaxHeaderBytes) return not_ours("its header is too long");
    if (header_end == std::string_view::npos) return std::optional<Response>();
    ISO_TRY(const Header header, read_header(received.substr(0, header_end + kLineEnd.size())));
    if (header.length > max_body) return fail(Errc::refused, "the server's answer is larger than " + std::to_string(max_body) + " bytes");
    const std::string_view body = received.substr(header_end + 2 * kLineEnd.size());
    if (body.size() > header.length) return not_ours("there are bytes behind its end");
    if (body.size() < header.length) return std::optional<Response>();
    return Response{header.status, std::string(body)};
}

Result<std::string> body_or_error(Response response)
{
    if (response.status == 200) return std::move(response.body);
    const std::string sentence = sentence_of(response.body);
    return fail(meaning_of(response.status), sentence.empty() ? "the server answered with status " + std::to_string(response.status) : sentence);
}

}  // namespace isoloir::sync
