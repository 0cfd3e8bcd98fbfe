#pragma once
// The live standing for all who follow it: asked for once, made into one text, and shared by every reader, however many
// there are. Nobody asks while nobody reads. Everything but the asking belongs to the I/O thread.

#include <utility>  // before Asio: Boost 1.74 uses std::exchange without it

#include <functional>
#include <memory>
#include <set>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include "sync-server/http/routes.hpp"
#include "sync-server/http/server.hpp"

namespace isoloir::http {

/// One event as it goes over the line; a reader that is slow keeps the one that it is being sent.
using Event = std::shared_ptr<const std::string>;

class Feed {
public:
    /// @param answer  asked for kLive on one of `workers`; all are lent
    Feed(boost::asio::io_context& io, boost::asio::thread_pool& workers, std::function<Response(const Request&)> answer, const Limits& limits);

    /// Somebody who reads, for as long as it lives.
    class Reader {
    public:
        Reader(Feed& feed, boost::asio::steady_timer& news);
        ~Reader();
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;

    private:
        Feed& feed_;
        boost::asio::steady_timer& news_;  // cancelled when there are news
    };

    bool full() const { return readers_.size() >= limits_.readers; }
    /// The newest event; nothing before the first.
    const Event& newest() const { return newest_; }
    /// Wakes all readers, and asks no more.
    void stop();

private:
    void look();
    void take(const Response& response);
    void wake();

    boost::asio::io_context& io_;
    boost::asio::thread_pool& workers_;
    std::function<Response(const Request&)> answer_;
    const Limits& limits_;
    boost::asio::steady_timer next_look_;
    bool looking_{false};  // or waiting for the next look
    bool stopped_{false};
    Event newest_;
    std::set<boost::asio::steady_timer*> readers_;
};

}  // namespace isoloir::http
