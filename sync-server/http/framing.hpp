#pragma once
// Which requests are answered before one byte of their body is read.

#include <cstdint>
#include <optional>
#include <string_view>

#include "sync-server/http/routes.hpp"

namespace isoloir::http {

/// What a header says of itself and of the body behind it.
struct Framing {
    std::string_view method;
    bool encoded{false};  // has a Transfer-Encoding, of whatever kind
    std::optional<std::uint64_t> length;
    bool ambiguous{false};  // what two programs could read in two ways: no host or several, or twice what stands once
};

/// A body must say its length first (so that memory can be set aside for it), and only POST and PUT have one.
/// @return  the refusal, or nothing when the body may come
std::optional<Response> refuse_framing(const Framing& framing, std::uint64_t max_body);

}  // namespace isoloir::http
