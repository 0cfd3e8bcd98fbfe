#pragma once
// Inside the network side: one connection served from handshake to close. Only session.cpp and server.cpp include this.

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without it

#include <atomic>
#include <functional>
#include <optional>
#include <set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include "sync-server/http/feed.hpp"
#include "sync-server/http/handshakes.hpp"
#include "sync-server/http/watcher.hpp"

namespace isoloir::http {

/// An open connection as the server sees it when it stops. Lives in the coroutine's frame.
class Open {
public:
    virtual ~Open() = default;
    virtual bool is_idle() const = 0;  // between two requests
    virtual void close() = 0;
    virtual void give_way() = 0;  // closes, and leaves its place to a newcomer at once
};

/// What all connections of one port share. Everything but `workers` belongs to the I/O thread.
struct Port {
    using Answer = std::function<Response(const Request&)>;
    using BodyBytes = std::function<std::size_t(const Request& header)>;
    using AtOnce = std::function<std::optional<Response>(const Request&)>;
    Port(boost::asio::io_context& io, Door which, Watcher& told, std::optional<boost::asio::ssl::context> tls_context, Answer answer_request,
         BodyBytes body_bytes_of, unsigned threads)
        : door(which),
          watcher(told),
          tls(std::move(tls_context)),
          answer(std::move(answer_request)),
          body_bytes(std::move(body_bytes_of)),
          room(io),
          workers(threads)
    {
    }

    const Door door;
    Watcher& watcher;
    std::optional<boost::asio::ssl::context> tls;                              // of the next connection; without one the port speaks plainly
    Answer answer;                                                             // runs on `workers`; may wait for the disk
    BodyBytes body_bytes;                                                      // of the largest body that a request may have; costs nothing
    AtOnce at_once{[](const Request&) { return std::optional<Response>(); }};  // answers what needs no waiting, however busy the workers are
    std::size_t held_bytes{0};                                                 // of the bodies under way
    std::size_t deliveries{0};                                                 // of files under way, piece by piece
    bool stopping{false};
    Feed* feed{nullptr};  // of the public pages
    std::set<Open*> open;
    std::size_t served{0};           // of these; the others are only told to come later, and keep nobody's place
    Handshakes handshakes;           // of those that are served
    std::size_t at_work{0};          // of these, whose handshake or request is under way
    boost::asio::steady_timer room;  // cancelled when one of them is done
    boost::asio::thread_pool workers;
};

/// A connection's part in what its port has in hand: from its start, and again with each request.
class AtWork {
public:
    explicit AtWork(Port& port) : port_(port) { ++port_.at_work; }
    ~AtWork() { set(false); }
    AtWork(const AtWork&) = delete;
    AtWork& operator=(const AtWork&) = delete;

    void set(bool now)
    {
        if (now == now_) return;
        now_ = now;
        if (now) {
            ++port_.at_work;
        } else {
            --port_.at_work;
            port_.room.cancel();
        }
    }

private:
    Port& port_;
    bool now_{true};
};

/// Handshake, then requests one after the other, each with its deadlines, until either side has enough.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket, Port& port, const Limits& limits);

}  // namespace isoloir::http
