#include "sync-server/http/session.hpp"

#include <limits>
#include <sstream>

#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "shared/base/network.hpp"
#include "shared/tls/context.hpp"
#include "sync-server/http/delivery.hpp"
#include "sync-server/http/framing.hpp"
#include "sync-server/http/header.hpp"

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

using TlsStream = asio::ssl::stream<beast::tcp_stream>;
using PlainStream = beast::tcp_stream;

template <class Stream>
constexpr bool kHasTls = std::is_same_v<Stream, TlsStream>;

template <class Stream>
Stream stream_over(asio::ip::tcp::socket socket, Port& port)
{
    if constexpr (kHasTls<Stream>) return Stream(std::move(socket), *port.tls);
    else return Stream(std::move(socket));
}

/// A comment: it keeps the connection, and tells whether the other side is still there.
const Event kStillHere = std::make_shared<const std::string>(":\n\n");

/// Whoever sends a large body may take longer, but no longer than at this pace, in bytes for each millisecond.
constexpr std::size_t kSlowestBytes = 128;

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

template <class Stream>
class Session final : public Open {
public:
    Session(asio::ip::tcp::socket socket, Port& port, const Limits& limits)
        : stream_(stream_over<Stream>(std::move(socket), port)), port_(port), limits_(limits)
    {
        error_code gone;
        const auto other = beast::get_lowest_layer(stream_).socket().remote_endpoint(gone);
        if (!gone) address_ = other.address().to_string();
        crowded_ = port_.served >= limits_.connections;
        if (!crowded_) ++port_.served;
        if (kHasTls<Stream> && !crowded_) shaking_.emplace(port_.handshakes, network_of(address_), *this);
        port_.open.insert(this);
        port_.watcher.connected(port_.door);
    }
    ~Session() override
    {
        port_.open.erase(this);
        if (!crowded_) --port_.served;
        port_.watcher.disconnected(port_.door);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    bool is_idle() const override { return idle_; }
    void close() override { beast::get_lowest_layer(stream_).close(); }
    void give_way() override
    {
        shaking_.reset();
        crowded_ = true;
        --port_.served;
        port_.watcher.handshake_failed(port_.door, address_, "too many of this network were under way");
        close();
    }

    asio::awaitable<void> run()
    {
        const bool shaken = co_await shake_hands();
        idle_ = false;
        if (!shaken) co_return;
        if (crowded_) {
            const Response busy = refusal(503, "too many connections at once; try again later");
            tell(busy.status);
            co_await write(busy, false);
            co_await drain();
            co_return;
        }
        bool again = true;
        while (again) again = co_await exchange();
    }

private:
    void expire_after(std::chrono::milliseconds wait) { beast::get_lowest_layer(stream_).expires_after(wait); }

    asio::awaitable<bool> shake_hands()
    {
        if constexpr (kHasTls<Stream>) {
            error_code failed;
            expire_after(limits_.handshake);
            co_await stream_.async_handshake(asio::ssl::stream_base::server, redirect_error(use_awaitable, failed));
            shaking_.reset();
            if (failed && failed != asio::error::operation_aborted) port_.watcher.handshake_failed(port_.door, address_, failed.message());
            co_return !failed;
        }
        co_return true;
    }

    void tell(unsigned status, std::chrono::steady_clock::duration took = {})
    {
        const auto terminal = request_.peer ? std::optional(crypto::key_id(*request_.peer)) : std::nullopt;
        port_.watcher.answered({port_.door, request_.method, status, std::chrono::duration_cast<std::chrono::microseconds>(took), address_, terminal});
    }

    /// One request and its answer. @return whether another may follow
    asio::awaitable<bool> exchange()
    {
        const bool begun = co_await wait_for_request();
        if (!begun) co_return false;

        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());  // refuse_header holds the length against what this request may have
        request_ = {};
        error_code failed;
        bodiless_ = false;
        expire_after(limits_.header);
        co_await beast::http::async_read_header(stream_, buffer_, parser, redirect_error(use_awaitable, failed));
        tell_late(failed, "header");
        if (!failed) request_ = take_header(parser);
        bodiless_ = !failed && request_.method == "HEAD";
        const std::optional<Response> refused = refuse_header(parser, failed);
        if (refused) {
            tell(refused->status);
            co_await write(*refused, false);
            co_await drain();
            co_return false;
        }
        if (failed) co_return false;

        const auto length = parser.content_length();
        const auto bytes = static_cast<std::size_t>(length ? *length : 0);
        const Share share(port_.held_bytes, bytes);
        expire_after(limits_.body + std::chrono::milliseconds(bytes / kSlowestBytes));
        co_await beast::http::async_read(stream_, buffer_, parser, redirect_error(use_awaitable, failed));
        tell_late(failed, "body");
        if (failed) co_return false;

        const bool keep = parser.get().keep_alive();
        const auto begun_at = std::chrono::steady_clock::now();
        const auto call = std::make_shared<Call>();
        call->request = request_;
        call->request.body = std::move(parser.get().body());
        auto at_once = port_.at_once(call->request);
        bool answered = at_once.has_value();
        if (answered) {
            call->response = *std::move(at_once);
        } else {
            const std::function<void()> ask = [&port = port_, call] { call->response = answer_or_fail(port.answer, call->request); };
            answered = co_await on_worker(port_, stream_.get_executor(), limits_.service, ask);
        }
        if (answered && call->response.pieces && port_.deliveries >= limits_.deliveries)
            call->response = refusal(503, "too many read such files at once; try again later");
        const Response late = refusal(503, "the server is busy; try again later");
        const Response& response = answered ? call->response : late;
        tell(response.status, std::chrono::steady_clock::now() - begun_at);
        if (response.events) {
            co_await follow_feed(response);
            co_return false;
        }
        const bool chunks = parser.get().version() > 10;
        const bool stays = keep && answered && !port_.stopping && (chunks || !response.pieces);
        bool written = false;
        if (response.pieces) {
            at_work_.set(false);  // from here on it waits for the other side most of the time
            const std::shared_ptr<const Response> in_pieces(call, &call->response);
            written = co_await deliver(stream_, port_, limits_, in_pieces, stays, chunks);
        } else {
            written = co_await write(response, stays);
        }
        if (written && !stays) co_await drain();
        co_return written&& stays;
    }

    asio::awaitable<bool> wait_for_request()
    {
        if (port_.stopping) co_return false;
        if (buffer_.size() > 0) co_return true;
        idle_ = true;
        at_work_.set(false);
        error_code failed;
        expire_after(limits_.idle);
        const auto space = buffer_.prepare(4096);
        const std::size_t got = co_await stream_.async_read_some(space, redirect_error(use_awaitable, failed));
        buffer_.commit(got);
        idle_ = false;
        at_work_.set(true);
        co_return !failed;
    }

    std::optional<Response> refuse_header(const Parser& parser, error_code failed)
    {
        namespace http = beast::http;
        if (failed == http::error::header_limit || failed == http::error::buffer_overflow) return refusal(431, "the request's header is too long");
        if (failed.category() == http::make_error_code(http::error::end_of_stream).category()) {
            if (failed == http::error::end_of_stream || failed == http::error::partial_message) return std::nullopt;
            return refusal(400, "this is no HTTP/1.1 request");
        }
        if (failed) return std::nullopt;

        most_bytes_ = port_.body_bytes(request_);
        Framing framing;
        const std::string method(parser.get().method_string());
        framing.method = method;
        framing.encoded = parser.get().count(http::field::transfer_encoding) > 0;
        framing.ambiguous = is_ambiguous(parser.get());
        if (const auto length = parser.content_length()) framing.length = *length;
        if (auto refused = refuse_framing(framing, most_bytes_)) return refused;
        const auto bytes = framing.length.value_or(0);
        if (bytes > limits_.small_bytes && port_.held_bytes + bytes > limits_.bodies_bytes)
            return refusal(503, "too much is on its way at once; try again later");
        return std::nullopt;
    }

    Request take_header(const Parser& parser)
    {
        Request request = read_header(parser.get());
        request.address = address_;
        if constexpr (kHasTls<Stream>) request.peer = tls::peer_key(stream_.native_handle());
        return request;
    }

    /// Lines are cut every day; what is told is one that was held open.
    void tell_late(error_code failed, const char* part)
    {
        if (failed == beast::error::timeout) port_.watcher.kept_waiting(port_.door, address_, part);
    }

    asio::awaitable<bool> write(const Response& response, bool keep)
    {
        Reply reply(static_cast<beast::http::status>(response.status), 11);
        for (const auto& [name, value] : response.headers) reply.insert(name, value);
        reply.body() = response.body;
        reply.keep_alive(keep);
        reply.prepare_payload();
        // Its length is told, and nothing follows: bytes that nobody waits for would be taken for the next answer.
        if (bodiless_) reply.body().clear();
        error_code failed;
        expire_after(limits_.write);
        co_await beast::http::async_write(stream_, reply, redirect_error(use_awaitable, failed));
        co_return !failed;
    }

    /// Sends the live standing at once and whenever it changes, until the other side goes or does not read on.
    asio::awaitable<void> follow_feed(const Response& response)
    {
        if (port_.feed == nullptr || port_.feed->full()) {
            const Response busy = refusal(503, "too many follow the live standing at once; try again later");
            co_await write(busy, false);
            co_await drain();
            co_return;
        }
        Feed& feed = *port_.feed;
        asio::steady_timer news(stream_.get_executor());
        const Feed::Reader reader(feed, news);
        idle_ = true;  // a stopping server need not wait for it
        at_work_.set(false);
        Reply head(static_cast<beast::http::status>(response.status), 11);
        for (const auto& [name, value] : response.headers) head.set(name, value);
        head.set(beast::http::field::connection, "close");
        std::ostringstream text;
        text << head.base();
        auto sending = std::make_shared<const std::string>(text.str());
        Event seen;
        bool reads = co_await send(sending);
        while (reads && !port_.stopping) {
            if (feed.newest() == seen) {
                sending = kStillHere;
                news.expires_after(limits_.beat);
                error_code woken;
                co_await news.async_wait(redirect_error(use_awaitable, woken));
                if (woken) continue;
            } else {
                seen = feed.newest();
                sending = seen;
            }
            reads = co_await send(sending);
        }
    }

    asio::awaitable<bool> send(Event text)
    {
        error_code failed;
        expire_after(limits_.write);
        const auto bytes = asio::buffer(*text);
        co_await asio::async_write(stream_, bytes, redirect_error(use_awaitable, failed));
        co_return !failed;
    }

    /// Says goodbye and reads away what the other side still sends: closing with bytes unread would reset the connection
    /// and take the answer with it.
    asio::awaitable<void> drain()
    {
        error_code failed;
        expire_after(limits_.write);
        if constexpr (kHasTls<Stream>) co_await stream_.async_shutdown(redirect_error(use_awaitable, failed));
        auto& tcp = beast::get_lowest_layer(stream_);
        tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, failed);
        const std::size_t most = 2 * most_bytes_ + 64 * 1024;
        buffer_.clear();
        for (std::size_t read = 0; !failed && read < most && !port_.stopping;) {
            const auto space = buffer_.prepare(16 * 1024);
            read += co_await tcp.async_read_some(space, redirect_error(use_awaitable, failed));
        }
    }

    Stream stream_;
    Port& port_;
    const Limits& limits_;
    std::string address_;
    Request request_;  // the one under way, without its body
    std::size_t most_bytes_{0};
    beast::flat_buffer buffer_;
    bool idle_{true};  // nothing of a request has come: this is where a stopping server may close
    AtWork at_work_{port_};
    bool crowded_{false};                            // keeps nobody's place
    std::optional<Handshakes::UnderWay> shaking_{};  // of one that keeps a place
    bool bodiless_{false};                           // the request under way wants no body
};

}  // namespace

asio::awaitable<void> serve(asio::ip::tcp::socket socket, Port& port, const Limits& limits)
{
    if (port.tls) {
        Session<TlsStream> session(std::move(socket), port, limits);
        co_await session.run();
    } else {
        Session<PlainStream> session(std::move(socket), port, limits);
        co_await session.run();
    }
}

}  // namespace isoloir::http
