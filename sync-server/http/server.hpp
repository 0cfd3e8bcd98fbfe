#pragma once
// The network side: one TLS port for terminals (both ends pinned), one for the public, and one without TLS for whoever runs
// the server. Decides nothing about ballots; routes.hpp turns a request into a call of Service and its result into an answer.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "sync-server/http/routes.hpp"
#include "sync-server/http/watcher.hpp"

namespace isoloir::http {

/// Every wait has an end and every buffer a size. Connections are counted for each port by itself, so that a crowd
/// before the public pages keeps no terminal out.
struct Limits {
    std::size_t header_bytes{8 * 1024};
    std::size_t body_bytes{4 * 1024 * 1024};
    std::size_t post_bytes{1024 * 1024};          // of a body on the public port
    std::size_t bodies_bytes{256 * 1024 * 1024};  // of all requests under way together; more are told to come later
    std::size_t small_bytes{16 * 1024};           // of a body that is let in whatever else is on its way: a login, a terminal's note
    std::size_t connections{4096};                // more are answered 503; fewer where this process may not open so many files
    std::size_t at_work{256};                     // connections whose handshake or request is under way; newcomers wait for a moment
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds idle{60'000};  // between two requests
    std::chrono::milliseconds header{10'000};
    std::chrono::milliseconds body{60'000};
    std::chrono::milliseconds service{60'000};
    std::chrono::milliseconds write{60'000};
    std::size_t readers{2000};               // of the live events; more are told to come later
    std::size_t deliveries{512};             // of files that go out piece by piece; more are told to come later
    std::chrono::milliseconds look{1'000};   // how often the live standing is asked for, at most
    std::chrono::milliseconds beat{15'000};  // after so long without news a reader is told that the line holds
    std::chrono::milliseconds stop{10'000};  // for requests under way when the server stops
};

struct Settings {
    std::string address{"0.0.0.0"};  // IPv4 or IPv6, of the terminals' port
    std::uint16_t port{0};           // for terminals; 0: any that is free
    std::string public_address{"0.0.0.0"};
    std::uint16_t public_port{0};
    std::string operations_address{"127.0.0.1"};
    std::optional<std::uint16_t> operations_port;  // none: no such port

    /// The public pages' certificate and key as PEM files; without them one is made and kept in `folder`.
    struct PageFiles {
        std::filesystem::path certificate;
        std::filesystem::path key;
    };
    std::optional<PageFiles> pages;
    std::filesystem::path folder;
    unsigned workers{16};  // threads for each port that call the Service: most of them wait, for the disk or for each other
    Limits limits;
};

/// What a server can do without. All of it must outlive the server.
struct Extras {
    Desk* desk{nullptr};        // called from several threads at once
    Watcher* watcher{nullptr};  // called on the I/O thread
    Figures figures{};          // of the operations' port
};

class Server {
public:
    /// Listens on its ports and serves them from threads of its own until stopped.
    /// @param key      the server's TLS key, which terminals have pinned; read once
    /// @param service  must outlive the server; called from several threads at once
    /// @error unavailable  the address or a port cannot be had;  io, malformed  the pages' certificate
    static Result<std::unique_ptr<Server>> start(const Settings& settings, const crypto::Signer& key, Service& service, const Extras& extras = {});

    virtual ~Server() = default;  // stops
    virtual std::uint16_t port() const = 0;
    virtual std::uint16_t public_port() const = 0;
    virtual std::optional<std::uint16_t> operations_port() const = 0;

    /// Reads the pages' certificate and key anew: the next connection is shown them. After an error nothing has changed.
    virtual Status renew_pages(const std::optional<Settings::PageFiles>& files) = 0;
    /// Whether the I/O thread gets to its work within so long.
    virtual bool answers(std::chrono::milliseconds within) = 0;

    /// Takes no more connections, finishes the requests under way, and returns when all is quiet. May be called twice.
    virtual void stop() = 0;
};

}  // namespace isoloir::http
