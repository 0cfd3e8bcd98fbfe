#pragma once
// A client, with TLS or without, that sends whatever bytes it is given, well formed or not.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "shared/crypto/sign.hpp"

namespace isoloir::test {

struct Answer {
    int status{0};  // 0: the connection ended without an answer
    std::string header;
    std::string body;

    bool has(std::string_view text) const { return header.find(text) != std::string::npos; }
    /// Of a header; empty where it is not there.
    std::string value(const std::string& name) const;
};

class RawClient {
public:
    enum class Tls { v1_3, v1_2, none };

    /// Connects to 127.0.0.1 and, unless without TLS, shakes hands; `ok()` says whether that went well.
    /// @param key   shown as client certificate; none when null
    /// @param from  the loopback address that the server sees
    explicit RawClient(std::uint16_t port, const crypto::Signer* key = nullptr, Tls version = Tls::v1_3, const std::string& from = "127.0.0.1");
    ~RawClient();

    bool ok() const { return shaken_; }
    /// What the server showed, as DER.
    std::string certificate() const;
    void send(std::string_view bytes);
    /// One answer by its Content-Length.
    Answer receive();
    /// What comes next of an answer without an end, up to an empty line; nothing when the server closes.
    std::string receive_event();
    /// Everything until the server closes.
    std::string receive_all();
    /// Whether the server closes without one byte more.
    bool is_closed() { return receive().status == 0 && received_.empty(); }
    /// Whether it has done so already; does not wait.
    bool is_closed_now() const;
    /// Resets the TCP connection: no goodbye.
    void cut();

    Answer ask(std::string_view request)
    {
        send(request);
        return receive();
    }

private:
    struct Parts;
    bool read_more();

    std::unique_ptr<Parts> parts_;
    std::string received_;
    bool shaken_{false};
};

/// A TCP connection over which these bytes were sent as they are, without TLS.
class HalfOpen {
public:
    /// @param from  the loopback address that the server sees
    HalfOpen(std::uint16_t port, std::string_view bytes, const std::string& from = "127.0.0.1");
    ~HalfOpen();
    HalfOpen(HalfOpen&& other) noexcept;
    HalfOpen& operator=(HalfOpen&&) = delete;

    /// Waits until the server closes it, whatever it says before.
    bool is_closed();

private:
    int socket_;
};

/// Whether a TCP connection is taken at all; says nothing over it, and waits until the server closes it when asked to.
bool can_connect(std::uint16_t port);
bool closes_a_silent_connection(std::uint16_t port);

}  // namespace isoloir::test
