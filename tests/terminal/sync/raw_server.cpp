#include "tests/terminal/sync/raw_server.hpp"

#include <csignal>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/tls/context.hpp"

namespace isoloir::test {
namespace {

struct Bound {
    int socket;
    std::uint16_t port;
};

Bound bind_loopback()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    return {socket, ntohs(address.sin_port)};
}

/// A write to a terminal that went must not end the program here; the terminal's own thread keeps its default.
void block_broken_pipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
}

}  // namespace

class RawServer::Connection final : public Peer {
public:
    Connection(RawServer& server, int socket, SSL_CTX* context) : server_(server), socket_(socket)
    {
        const timeval patience{60, 0};  // only so that a broken terminal ends a test instead of hanging it
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (context == nullptr) return;
        ssl_ = SSL_new(context);
        SSL_set_fd(ssl_, socket_);
    }
    ~Connection() override
    {
        if (ssl_ != nullptr && socket_ >= 0 && shaken_) SSL_shutdown(ssl_);
        SSL_free(ssl_);
        if (socket_ >= 0) ::close(socket_);
    }

    bool shake_hands() { return shaken_ = ssl_ == nullptr || SSL_accept(ssl_) == 1; }

    std::optional<std::string> header() override
    {
        std::size_t end = std::string::npos;
        while ((end = pending_.find("\r\n\r\n")) == std::string::npos)
            if (!read_more()) return std::nullopt;
        std::string header = pending_.substr(0, end + 4);
        pending_.erase(0, end + 4);
        return header;
    }

    std::optional<Request> request() override
    {
        auto first = header();
        if (!first) return std::nullopt;
        const auto at = first->find("Content-Length: ");
        const std::size_t length = at == std::string::npos ? 0 : std::stoul(first->substr(at + 16));
        while (pending_.size() < length)
            if (!read_more()) return std::nullopt;
        Request request{*std::move(first), pending_.substr(0, length)};
        pending_.erase(0, length);
        return request;
    }

    bool send(std::string_view bytes) override
    {
        if (socket_ < 0) return false;
        if (ssl_ == nullptr) return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0;
        return SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size())) > 0;
    }

    void cut() override
    {
        const linger at_once{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        ::close(socket_);
        socket_ = -1;
    }

    void fall_silent() override { server_.end_.wait(); }

private:
    bool read_more()
    {
        char chunk[16 * 1024];
        const int got = socket_ < 0 ? 0 : ssl_ == nullptr ? static_cast<int>(::recv(socket_, chunk, sizeof chunk, 0)) : SSL_read(ssl_, chunk, sizeof chunk);
        if (got <= 0) return false;
        server_.received_ += static_cast<std::size_t>(got);
        pending_.append(chunk, static_cast<std::size_t>(got));
        return true;
    }

    RawServer& server_;
    int socket_;
    SSL* ssl_{nullptr};
    bool shaken_{false};
    std::string pending_;
};

RawServer::RawServer(const crypto::Signer& key, Script script, Speaks speaks)
    : key_(*crypto::Signer::from_seed(key.seed().span())), script_(std::move(script)), speaks_(speaks)
{
    const Bound bound = bind_loopback();
    listening_ = bound.socket;
    port_ = bound.port;
    ::listen(listening_, 16);
    thread_ = std::thread([this] { serve(); });
}

RawServer::~RawServer()
{
    ending_.set_value();
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

void RawServer::serve()
{
    block_broken_pipes();
    const auto identity = tls::device_identity(key_);
    const auto context = tls::pinned_server(*identity, [](const crypto::PublicKey&) { return true; });
    if (speaks_ == Speaks::tls_1_2) {
        SSL_CTX_set_min_proto_version(context->get(), TLS1_2_VERSION);
        SSL_CTX_set_max_proto_version(context->get(), TLS1_2_VERSION);
    }
    for (;;) {
        const int socket = ::accept(listening_, nullptr, nullptr);
        if (socket < 0) return;
        Connection connection(*this, socket, speaks_ == Speaks::plain_text ? nullptr : context->get());
        if (!connection.shake_hands()) continue;
        ++admitted_;
        script_(connection);
    }
}

DeadPort::DeadPort(As as)
{
    const Bound bound = bind_loopback();
    socket_ = bound.socket;
    port_ = bound.port;
    if (as == As::silent) ::listen(socket_, 16);
}

DeadPort::~DeadPort()
{
    ::close(socket_);
}

}  // namespace isoloir::test
