#include "terminal/sync/connection.hpp"

#include <algorithm>
#include <cerrno>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace isoloir::sync {
namespace {

using Deadline = Connection::Deadline;

constexpr std::size_t kChunk = 16 * 1024;

struct FreeAddresses {
    void operator()(addrinfo* addresses) const { ::freeaddrinfo(addresses); }
};
struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

class Socket {
public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    ~Socket()
    {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Socket& operator=(Socket&&) = delete;
    int get() const { return descriptor_; }

private:
    int descriptor_;
};

tl::unexpected<Error> broken()
{
    return fail(Errc::unavailable, "the connection to the server broke");
}

Status wait_for(int descriptor, short what, const Deadline& deadline)
{
    constexpr std::int64_t kGlance = 200;  // ms until a stop is seen
    const bool may_stop = deadline.stop.stop_possible();
    for (;;) {
        if (deadline.stop.stop_requested()) return fail(Errc::unavailable, "the terminal is closing");
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline.at - std::chrono::steady_clock::now()).count();
        if (left <= 0) return fail(Errc::unavailable, "the server does not answer in time");
        pollfd waited{descriptor, what, 0};
        const int ready = ::poll(&waited, 1, static_cast<int>(may_stop ? std::min(left, kGlance) : left));
        if (ready > 0) return {};
        if (ready < 0 && errno != EINTR) return broken();
    }
}

Result<Socket> connect_to(const addrinfo& address, const Deadline& deadline)
{
    Socket socket(::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
    const auto unreachable = fail(Errc::unavailable, "the server cannot be reached");
    if (socket.get() < 0) return unreachable;
    const int yes = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket.get(), address.ai_addr, address.ai_addrlen) == 0) return socket;
    if (errno != EINPROGRESS) return unreachable;
    ISO_CHECK(wait_for(socket.get(), POLLOUT, deadline));
    int failed = 0;
    socklen_t size = sizeof failed;
    if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &failed, &size) != 0 || failed != 0) return unreachable;
    return socket;
}

Result<Socket> connect_to(const std::string& host, std::uint16_t port, const Deadline& deadline)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
        return fail(Errc::unavailable, "the server's name cannot be looked up: no network?", host);
    const std::unique_ptr<addrinfo, FreeAddresses> addresses(found);
    for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next)
        if (auto connected = connect_to(*address, deadline)) return connected;
    return fail(Errc::unavailable, "the server cannot be reached; nothing is lost, the ballots wait here or leave on a stick (`export`)",
                host + ":" + std::to_string(port));
}

class TlsConnection final : public Connection {
public:
    TlsConnection(Socket socket, tls::Context context) : socket_(std::move(socket)), context_(std::move(context)), ssl_(SSL_new(context_.get()))
    {
        from_peer_ = BIO_new(BIO_s_mem());
        to_peer_ = BIO_new(BIO_s_mem());
        BIO_set_mem_eof_return(from_peer_, -1);  // an empty buffer means "more to come", not the end
        SSL_set_bio(ssl_.get(), from_peer_, to_peer_);
        SSL_set_connect_state(ssl_.get());
    }

    Status shake_hands(const Deadline& deadline)
    {
        return drive(deadline, [this] { return SSL_do_handshake(ssl_.get()); });
    }

    Status write(std::string_view bytes, const Deadline& deadline) override
    {
        while (!bytes.empty()) {
            const auto size = static_cast<int>(std::min(bytes.size(), kChunk));
            ISO_CHECK(drive(deadline, [&] { return SSL_write(ssl_.get(), bytes.data(), size); }));
            bytes.remove_prefix(static_cast<std::size_t>(size));
        }
        return {};
    }

    Result<std::string> read(const Deadline& deadline) override
    {
        std::string bytes(kChunk, '\0');
        int got = 0;
        ISO_CHECK(drive(deadline, [&] { return got = SSL_read(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())); }));
        bytes.resize(static_cast<std::size_t>(got));
        return bytes;
    }

private:
    /// Repeats one OpenSSL call, moving bytes between its buffers and the socket, until it is done.
    template <class Operation>
    Status drive(Deadline deadline, Operation operation)
    {
        for (;;) {
            ERR_clear_error();
            const int done = operation();
            const int state = SSL_get_error(ssl_.get(), done);
            const bool refused = state == SSL_ERROR_SSL;
            const auto sent = send_pending(deadline);
            if (refused) return tls::openssl_error(Errc::forged, "this is not the server that this terminal was set up for, or it does not know this terminal");
            ISO_CHECK(sent);
            if (done > 0) return {};
            if (state != SSL_ERROR_WANT_READ) return broken();
            ISO_CHECK(receive(deadline));
        }
    }

    Status send_pending(const Deadline& deadline)
    {
        char* bytes = nullptr;
        for (long left = BIO_get_mem_data(to_peer_, &bytes); left > 0;) {
            ISO_CHECK(wait_for(socket_.get(), POLLOUT, deadline));
            const auto sent = ::send(socket_.get(), bytes, static_cast<std::size_t>(left), MSG_NOSIGNAL);
            if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (sent <= 0) return broken();
            bytes += sent;
            left -= sent;
        }
        BIO_reset(to_peer_);
        return {};
    }

    Status receive(const Deadline& deadline)
    {
        char chunk[kChunk];
        for (;;) {
            ISO_CHECK(wait_for(socket_.get(), POLLIN, deadline));
            const auto got = ::recv(socket_.get(), chunk, sizeof chunk, 0);
            if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (got <= 0) return broken();
            BIO_write(from_peer_, chunk, static_cast<int>(got));
            return {};
        }
    }

    Socket socket_;
    tls::Context context_;
    std::unique_ptr<SSL, FreeSsl> ssl_;
    BIO* from_peer_;  // both belong to `ssl_`
    BIO* to_peer_;
};

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& host, std::uint16_t port, tls::Context context, const Deadline& deadline)
{
    ISO_TRY(Socket socket, connect_to(host, port, deadline));
    auto connection = std::make_unique<TlsConnection>(std::move(socket), std::move(context));
    ISO_CHECK(connection->shake_hands(deadline));
    return connection;
}

}  // namespace isoloir::sync
