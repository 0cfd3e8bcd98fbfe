#include "sync-server/http/session.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "shared/tls/context.hpp"
#include "sync-server/http/framing.hpp"

// g++ 12 miscompiles co_await expressions that hold an aggregate, a conditional or a lambda: here they name locals only,
// and a test reads this file for it.

namespace isoloir::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::redirect_error;
using asio::use_awaitable;
using boost::system::error_code;
using Parser = beast::http::request_parser<beast::http::string_body>;
using Reply = beast::http::response<beast::http::string_body>;

/// One call of the Service under way on a worker thread; shared, since the connection may give up first.
struct Call {
    Request request;
    Response response;
};

/// Bytes set aside for a body, given back when it is gone.
class Share {
public:
    Share(std::size_t& held, std::size_t bytes) : held_(held), bytes_(bytes) { held_ += bytes_; }
    ~Share() { held_ -= bytes_; }
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;

private:
    std::size_t& held_;
    std::size_t bytes_;
};

class Session final : public Open {
public:
    Session(asio::ip::tcp::socket socket, Port& port, const Limits& limits) : stream_(std::move(socket), port.tls), port_(port), limits_(limits)
    {
        crowded_ = port_.open.size() >= limits_.connections;
        port_.open.insert(this);
    }
    ~Session() override { port_.open.erase(this); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    bool is_idle() const override { return idle_; }
    void close() override { beast::get_lowest_layer(stream_).close(); }

    asio::awaitable<void> run()
    {
        error_code failed;
        expire_after(limits_.handshake);
        co_await stream_.async_handshake(asio::ssl::stream_base::server, redirect_error(use_awaitable, failed));
        idle_ = false;
        if (failed) co_return;
        if (crowded_) {
            const Response busy = refusal(503, "too many connections at once; try again later");
            co_await write(busy, false);
            co_await drain();
            co_return;
        }
        bool again = true;
        while (again) again = co_await exchange();
    }

private:
    void expire_after(std::chrono::milliseconds wait) { beast::get_lowest_layer(stream_).expires_after(wait); }

    /// One request and its answer. @return whether another may follow
    asio::awaitable<bool> exchange()
    {
        const bool begun = co_await wait_for_request();
        if (!begun) co_return false;

        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
        parser.body_limit(port_.body_bytes);
        error_code failed;
        expire_after(limits_.header);
        co_await beast::http::async_read_header(stream_, buffer_, parser, redirect_error(use_awaitable, failed));
        const std::optional<Response> refused = refuse_header(parser, failed);
        if (refused) {
            co_await write(*refused, false);
            co_await drain();
            co_return false;
        }
        if (failed) co_return false;

        const auto length = parser.content_length();
        const Share share(port_.held_bytes, static_cast<std::size_t>(length ? *length : 0));
        expire_after(limits_.body);
        co_await beast::http::async_read(stream_, buffer_, parser, redirect_error(use_awaitable, failed));
        if (failed) co_return false;

        const bool keep = parser.get().keep_alive();
        const auto call = std::make_shared<Call>();
        call->request = take_request(parser);
        const bool answered = co_await ask_service(call);
        const Response late = refusal(503, "the server is busy; try again later");
        const Response& response = answered ? call->response : late;
        const bool stays = keep && answered && !port_.stopping;
        const bool written = co_await write(response, stays);
        if (written && !stays) co_await drain();
        co_return written&& stays;
    }

    asio::awaitable<bool> wait_for_request()
    {
        if (port_.stopping) co_return false;
        if (buffer_.size() > 0) co_return true;
        idle_ = true;
        error_code failed;
        expire_after(limits_.idle);
        const auto space = buffer_.prepare(4096);
        const std::size_t got = co_await stream_.async_read_some(space, redirect_error(use_awaitable, failed));
        buffer_.commit(got);
        idle_ = false;
        co_return !failed;
    }

    std::optional<Response> refuse_header(const Parser& parser, error_code failed) const
    {
        namespace http = beast::http;
        if (failed == http::error::body_limit) return refusal(413, "the request is larger than " + std::to_string(port_.body_bytes) + " bytes");
        if (failed == http::error::header_limit || failed == http::error::buffer_overflow) return refusal(431, "the request's header is too long");
        if (failed.category() == http::make_error_code(http::error::end_of_stream).category()) {
            if (failed == http::error::end_of_stream || failed == http::error::partial_message) return std::nullopt;
            return refusal(400, "this is no HTTP/1.1 request");
        }
        if (failed) return std::nullopt;

        Framing framing;
        const std::string method(parser.get().method_string());
        framing.method = method;
        framing.chunked = parser.chunked();
        if (const auto length = parser.content_length()) framing.length = *length;
        if (auto refused = refuse_framing(framing, port_.body_bytes)) return refused;
        if (port_.held_bytes + framing.length.value_or(0) > limits_.bodies_bytes) return refusal(503, "too much is on its way at once; try again later");
        return std::nullopt;
    }

    Request take_request(Parser& parser)
    {
        auto& message = parser.get();
        Request request;
        request.method = std::string(message.method_string());
        request.target = std::string(message.target());
        request.if_none_match = std::string(message[beast::http::field::if_none_match]);
        request.authorization = std::string(message[beast::http::field::authorization]);
        request.content_type = std::string(message[beast::http::field::content_type]);
        request.peer = tls::peer_key(stream_.native_handle());
        request.body = std::move(message.body());
        return request;
    }

    /// Runs the call on a worker and resumes here, on the I/O thread. @return false when it took too long
    asio::awaitable<bool> ask_service(std::shared_ptr<Call> call)
    {
        const auto executor = stream_.get_executor();
        const auto done = std::make_shared<asio::steady_timer>(executor, limits_.service);
        // This coroutine reaches its wait before the I/O thread can run the cancel that is posted to it.
        asio::post(port_.workers, [&port = port_, call, done, executor] {
            call->response = answer_or_fail(port, call->request);
            asio::post(executor, [done] { done->cancel(); });
        });
        error_code woken;
        co_await done->async_wait(redirect_error(use_awaitable, woken));
        co_return woken == asio::error::operation_aborted;
    }

    static Response answer_or_fail(Port& port, const Request& request)
    {
        try {
            return port.answer(request);
        } catch (const std::exception&) {
            return refusal(500, "the server cannot answer this; its operator must look");
        }
    }

    asio::awaitable<bool> write(const Response& response, bool keep)
    {
        Reply reply(static_cast<beast::http::status>(response.status), 11);
        for (const auto& [name, value] : response.headers) reply.set(name, value);
        reply.body() = response.body;
        reply.keep_alive(keep);
        reply.prepare_payload();
        error_code failed;
        expire_after(limits_.write);
        co_await beast::http::async_write(stream_, reply, redirect_error(use_awaitable, failed));
        co_return !failed;
    }

    /// Says goodbye and reads away what the other side still sends: closing with bytes unread would reset the connection
    /// and take the answer with it.
    asio::awaitable<void> drain()
    {
        error_code failed;
        expire_after(limits_.write);
        co_await stream_.async_shutdown(redirect_error(use_awaitable, failed));
        auto& tcp = beast::get_lowest_layer(stream_);
        tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, failed);
        const std::size_t most = 2 * port_.body_bytes + 64 * 1024;
        buffer_.clear();
        for (std::size_t read = 0; !failed && read < most && !port_.stopping;) {
            const auto space = buffer_.prepare(16 * 1024);
            read += co_await tcp.async_read_some(space, redirect_error(use_awaitable, failed));
        }
    }

    asio::ssl::stream<beast::tcp_stream> stream_;
    Port& port_;
    const Limits& limits_;
    beast::flat_buffer buffer_;
    bool idle_{true};  // nothing of a request has come: this is where a stopping server may close
    bool crowded_{false};
};

}  // namespace

asio::awaitable<void> serve(asio::ip::tcp::socket socket, Port& port, const Limits& limits)
{
    Session session(std::move(socket), port, limits);
    co_await session.run();
}

}  // namespace isoloir::http
