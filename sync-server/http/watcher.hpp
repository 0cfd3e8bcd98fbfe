#pragma once
// Whoever wants to know what happens on the ports: figures and logs. Never told what was asked for, since an address may
// name a ballot.

#include <chrono>
#include <optional>
#include <string_view>

#include "shared/crypto/sign.hpp"

namespace isoloir::http {

enum class Door { terminals, pages, operations };

/// For figures and logs: "terminals", "public", "operations".
const char* name_of(Door door);

/// A request that has its answer.
struct Answered {
    Door door{};
    std::string_view method;
    unsigned status{0};
    std::chrono::microseconds took{0};  // from its last byte to its answer; how slowly it is read is not the server's doing
    std::string_view address;           // of whoever asked
    std::optional<crypto::KeyId> terminal;
};

/// Called on the I/O thread: must not wait. This one hears nothing.
class Watcher {
public:
    virtual ~Watcher() = default;
    virtual void connected(Door) {}
    virtual void disconnected(Door) {}
    virtual void handshake_failed(Door, std::string_view /*address*/, std::string_view /*why*/) {}
    /// Somebody held a line open and did not go on. @param part  of a request: "header" or "body"
    virtual void kept_waiting(Door, std::string_view /*address*/, const char* /*part*/) {}
    virtual void answered(const Answered&) {}
};

}  // namespace isoloir::http
