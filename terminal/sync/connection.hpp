#pragma once
// A TLS connection that blocks its thread, but never past a deadline. OpenSSL works on buffers in memory; the socket is
// ours, so every wait is one poll, and a peer that closes raises no SIGPIPE.

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/tls/handles.hpp"

namespace isoloir::sync {

class Connection {
public:
    /// Until when to wait; a stop ends every wait early.
    struct Deadline {
        std::chrono::steady_clock::time_point at;
        std::stop_token stop;
    };

    /// Connects to the first of the host's addresses that answers, and shakes hands.
    /// @param host  name or address; looking a name up takes as long as the system's resolver allows
    /// @error unavailable  nobody there, or not in time
    /// @error forged       whoever answered is not admitted by `context`, or does not admit us
    static Result<std::unique_ptr<Connection>> open(const std::string& host, std::uint16_t port, tls::Context context, const Deadline& deadline);

    virtual ~Connection() = default;
    /// @error unavailable  the connection broke, or the deadline passed
    virtual Status write(std::string_view bytes, const Deadline& deadline) = 0;
    /// What has come, at least one byte.
    virtual Result<std::string> read(const Deadline& deadline) = 0;
};

}  // namespace isoloir::sync
