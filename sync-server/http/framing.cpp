#include "sync-server/http/framing.hpp"

namespace isoloir::http {

std::optional<Response> refuse_framing(const Framing& framing, std::uint64_t max_body)
{
    const bool posts = framing.method == "POST" || framing.method == "PUT";
    if (framing.ambiguous) return refusal(400, "a request names its host once, and no other header twice that stands once");
    if (framing.encoded || (posts && !framing.length)) return refusal(411, "a request must say its length beforehand (Content-Length)");
    if (framing.length.value_or(0) > max_body) return refusal(413, "the request is larger than " + std::to_string(max_body) + " bytes");
    if (!posts && framing.length.value_or(0) > 0) return refusal(400, "this request has a body that nobody asked for");
    return std::nullopt;
}

}  // namespace isoloir::http
