#pragma once
// A TLS server on the loopback that does with each connection whatever its script says, right or wrong.

#include <atomic>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "shared/crypto/sign.hpp"

namespace isoloir::test {

/// One connection as the server sees it; closed in good order when the script returns.
class Peer {
public:
    struct Request {
        std::string header;
        std::string body;
        bool posts() const { return header.rfind("POST", 0) == 0; }
    };

    virtual ~Peer() = default;
    /// The next request's header alone, and the whole of it by its Content-Length; nothing when the terminal went.
    virtual std::optional<std::string> header() = 0;
    virtual std::optional<Request> request() = 0;
    /// @return  false when the terminal went
    virtual bool send(std::string_view bytes) = 0;
    /// Resets the TCP connection: no goodbye.
    virtual void cut() = 0;
    /// Neither reads nor writes until the server itself goes.
    virtual void fall_silent() = 0;
};

class RawServer {
public:
    using Script = std::function<void(Peer&)>;
    enum class Speaks { tls_1_3, tls_1_2, plain_text };

    /// @param key  in its certificate; any terminal is let in
    RawServer(const crypto::Signer& key, Script script, Speaks speaks = Speaks::tls_1_3);
    ~RawServer();

    std::uint16_t port() const { return port_; }
    /// How many shook hands, and how many bytes they sent inside TLS.
    std::size_t admitted() const { return admitted_; }
    std::size_t received() const { return received_; }

private:
    class Connection;
    void serve();

    crypto::Signer key_;
    Script script_;
    Speaks speaks_;
    int listening_{-1};
    std::uint16_t port_{0};
    std::atomic<std::size_t> admitted_{0};
    std::atomic<std::size_t> received_{0};
    std::promise<void> ending_;
    std::shared_future<void> end_{ending_.get_future()};
    std::thread thread_;
};

/// A loopback port that takes no connection, or takes it and never says a word.
class DeadPort {
public:
    enum class As { refusing, silent };
    explicit DeadPort(As as);
    ~DeadPort();
    std::uint16_t port() const { return port_; }

private:
    int socket_{-1};
    std::uint16_t port_{0};
};

/// A good answer around any body.
inline std::string http_answer(std::string_view body, int status = 200)
{
    return "HTTP/1.1 " + std::to_string(status) + " As Said\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace isoloir::test
