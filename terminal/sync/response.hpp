#pragma once
// Reads one HTTP/1.1 answer (RFC 9112) of our own server, strictly: a status line, header lines, and exactly as many bytes
// as Content-Length says. Bytes in, answer out; no socket.

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir::sync {

struct Response {
    int status{0};
    std::string body;
};

/// @param received  all that has come so far of one answer
/// @return  the answer, or nothing while bytes are missing
/// @error malformed  no answer of ours: also header over 8 KiB, no or two lengths, chunks, bytes behind the end;
///        refused    a body of more than `max_body` bytes
Result<std::optional<Response>> read_response(std::string_view received, std::size_t max_body);

/// The body of a good answer, or what the status means here with the server's own sentence.
Result<std::string> body_or_error(Response response);

}  // namespace isoloir::sync
