#pragma once
// Inside the network side: an answer that goes out piece by piece. A worker makes the next piece once the one before is on its way, so
// that of a file of any size each reader costs one piece of memory.

#include "sync-server/http/on_worker.hpp"

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>

namespace isoloir::http {

/// A reader's place among those to whom a port sends pieces.
class Delivery {
public:
    explicit Delivery(Port& port) : port_(port) { ++port_.deliveries; }
    ~Delivery() { --port_.deliveries; }
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

private:
    Port& port_;
};

/// @param response  with pieces
/// @param chunks    whether the other side reads chunks, where the length is not known beforehand; else the connection's end is that of the answer
/// @return          whether all of it was sent; else the connection must end, so that the other side notices
template <class Stream>
boost::asio::awaitable<bool> deliver(Stream& stream, Port& port, const Limits& limits, std::shared_ptr<const Response> response, bool keep, bool chunks)
{
    namespace http = boost::beast::http;
    using boost::asio::redirect_error;
    using boost::asio::use_awaitable;
    const Delivery place(port);
    const Pieces& pieces = *response->pieces;
    auto& tcp = boost::beast::get_lowest_layer(stream);

    http::response<http::buffer_body> reply(static_cast<http::status>(response->status), 11);
    for (const auto& [name, value] : response->headers) reply.insert(name, value);
    reply.keep_alive(keep);
    if (pieces.bytes) reply.content_length(*pieces.bytes);
    else reply.chunked(chunks);
    reply.body().data = nullptr;
    reply.body().more = true;
    http::response_serializer<http::buffer_body> serializer(reply);
    boost::system::error_code failed;
    tcp.expires_after(limits.write);
    co_await http::async_write_header(stream, serializer, redirect_error(use_awaitable, failed));

    const auto piece = std::make_shared<Result<std::string>>(std::string());
    const std::function<void()> make = [response, piece] {
        try {
            *piece = response->pieces->next();
        } catch (const std::exception&) {
            *piece = fail(Errc::internal, "the server cannot go on with this file");
        }
    };
    std::uint64_t sent = 0;
    bool more = true;
    while (!failed && more) {
        const bool made = co_await on_worker(port, stream.get_executor(), limits.service, make);
        if (!made || !*piece) co_return false;
        std::string& bytes = **piece;
        more = !bytes.empty();
        reply.body().data = more ? bytes.data() : nullptr;
        reply.body().size = bytes.size();
        reply.body().more = more;
        tcp.expires_after(limits.write);
        co_await http::async_write(stream, serializer, redirect_error(use_awaitable, failed));
        if (failed == http::error::need_buffer) failed = {};
        sent += bytes.size();
    }
    co_return !failed && (!pieces.bytes || sent == *pieces.bytes);
}

}  // namespace isoloir::http
