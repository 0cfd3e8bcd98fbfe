#pragma once
// Inside the network side: one connection served from handshake to close. Only session.cpp and server.cpp include this.

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without it

#include <atomic>
#include <functional>
#include <set>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "sync-server/http/routes.hpp"
#include "sync-server/http/server.hpp"

namespace isoloir::http {

/// An open connection as the server sees it when it stops. Lives in the coroutine's frame.
class Open {
public:
    virtual ~Open() = default;
    virtual bool is_idle() const = 0;  // between two requests
    virtual void close() = 0;
};

/// What all connections of one port share. Everything but `workers` belongs to the I/O thread.
struct Port {
    Port(boost::asio::ssl::context tls_context, std::function<Response(const Request&)> answer_request, std::size_t max_body, unsigned threads)
        : tls(std::move(tls_context)), answer(std::move(answer_request)), body_bytes(max_body), workers(threads)
    {
    }

    boost::asio::ssl::context tls;
    std::function<Response(const Request&)> answer;  // runs on `workers`; may wait for the disk
    std::size_t body_bytes;                          // largest request body here
    std::size_t held_bytes{0};                       // of the bodies under way
    bool stopping{false};
    std::set<Open*> open;
    boost::asio::thread_pool workers;
};

/// Handshake, then requests one after the other, each with its deadlines, until either side has enough.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket, Port& port, const Limits& limits);

}  // namespace isoloir::http
