#include "tests/sync-server/http/raw_client.hpp"

#include <cerrno>
#include <csignal>
#include <utility>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/tls/identity.hpp"

namespace isoloir::test {
namespace {

/// @return  -1 when nobody takes it
int tcp_connect(std::uint16_t port, const std::string& from = "127.0.0.1")
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = ::inet_addr(from.c_str());
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{60, 0};  // only so that a broken server ends a test instead of hanging it
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return socket;
    ::close(socket);
    return -1;
}

}  // namespace

struct RawClient::Parts {
    SSL_CTX* context{nullptr};
    SSL* ssl{nullptr};
    int socket{-1};

    ~Parts()
    {
        SSL_free(ssl);
        SSL_CTX_free(context);
        if (socket >= 0) ::close(socket);
    }
};

std::string Answer::value(const std::string& name) const
{
    const auto at = header.find("\r\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 4;
    return header.substr(begin, header.find("\r\n", begin) - begin);
}

RawClient::RawClient(std::uint16_t port, const crypto::Signer* key, Tls version, const std::string& from) : parts_(std::make_unique<Parts>())
{
    std::signal(SIGPIPE, SIG_IGN);
    if (version == Tls::none) {
        parts_->socket = tcp_connect(port, from);
        shaken_ = parts_->socket >= 0;
        return;
    }
    parts_->context = SSL_CTX_new(TLS_client_method());
    if (version == Tls::v1_2) SSL_CTX_set_max_proto_version(parts_->context, TLS1_2_VERSION);
    if (key != nullptr) {
        const auto identity = tls::device_identity(*key);
        SSL_CTX_use_certificate(parts_->context, identity->certificate.get());
        SSL_CTX_use_PrivateKey(parts_->context, identity->key.get());
    }
    parts_->ssl = SSL_new(parts_->context);
    parts_->socket = tcp_connect(port, from);
    if (parts_->socket < 0) return;
    SSL_set_fd(parts_->ssl, parts_->socket);
    shaken_ = SSL_connect(parts_->ssl) == 1;
}

RawClient::~RawClient() = default;

std::string RawClient::certificate() const
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(SSL_get0_peer_certificate(parts_->ssl), &der);
    const std::string bytes(reinterpret_cast<const char*>(der), size > 0 ? static_cast<std::size_t>(size) : 0);
    OPENSSL_free(der);
    return bytes;
}

void RawClient::send(std::string_view bytes)
{
    if (!shaken_ || bytes.empty()) return;
    if (parts_->ssl == nullptr) (void)!::send(parts_->socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    else SSL_write(parts_->ssl, bytes.data(), static_cast<int>(bytes.size()));
}

bool RawClient::read_more()
{
    char chunk[16 * 1024];
    if (!shaken_) return false;
    const auto got = parts_->ssl == nullptr ? ::recv(parts_->socket, chunk, sizeof chunk, 0) : SSL_read(parts_->ssl, chunk, sizeof chunk);
    if (got <= 0) return false;
    received_.append(chunk, static_cast<std::size_t>(got));
    return true;
}

Answer RawClient::receive()
{
    std::size_t header_end = std::string::npos;
    while ((header_end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!read_more()) return {};
    Answer answer;
    answer.header = received_.substr(0, header_end + 2);
    answer.status = std::stoi(answer.header.substr(9, 3));
    received_.erase(0, header_end + 4);
    const auto at = answer.header.find("Content-Length: ");
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(answer.header.substr(at + 16));
    while (received_.size() < length)
        if (!read_more()) return {};
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
}

std::string RawClient::receive_all()
{
    while (read_more()) {}
    return std::exchange(received_, {});
}

std::string RawClient::receive_event()
{
    std::size_t end = std::string::npos;
    while ((end = received_.find("\n\n")) == std::string::npos)
        if (!read_more()) return {};
    const std::string event = received_.substr(0, end);
    received_.erase(0, end + 2);
    return event;
}

void RawClient::cut()
{
    const linger at_once{1, 0};
    ::setsockopt(parts_->socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(parts_->socket);
    parts_->socket = -1;
    shaken_ = false;
}

bool RawClient::is_closed_now() const
{
    char next = 0;
    const auto got = ::recv(parts_->socket, &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

HalfOpen::HalfOpen(std::uint16_t port, std::string_view bytes, const std::string& from) : socket_(tcp_connect(port, from))
{
    if (socket_ >= 0) (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

HalfOpen::HalfOpen(HalfOpen&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

HalfOpen::~HalfOpen()
{
    if (socket_ >= 0) ::close(socket_);
}

bool HalfOpen::is_closed()
{
    char said[256];
    ssize_t got = 0;
    do {
        got = ::recv(socket_, said, sizeof said, 0);
    } while (got > 0);
    return got == 0 || errno == ECONNRESET;
}

bool can_connect(std::uint16_t port)
{
    const int socket = tcp_connect(port);
    if (socket >= 0) ::close(socket);
    return socket >= 0;
}

bool closes_a_silent_connection(std::uint16_t port)
{
    const int socket = tcp_connect(port);
    char nothing = 0;
    const bool closed = socket >= 0 && ::recv(socket, &nothing, 1, 0) == 0;
    ::close(socket);
    return closed;
}

}  // namespace isoloir::test
