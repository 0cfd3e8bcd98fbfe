#include "sync-server/http/console_socket.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace isoloir::http {
namespace {

constexpr int kWaiting = 8;  // clients that may stand in line

Result<sockaddr_un> address_of(const std::filesystem::path& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path) return fail(Errc::refused, "the console's path is too long; choose a data folder with a shorter name", text);
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

Result<ConsoleSocket> open_socket()
{
    ConsoleSocket opened(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (opened.get() < 0) return fail(Errc::io, std::string("cannot open a socket: ") + std::strerror(errno));
    return opened;
}

const sockaddr* generic(const sockaddr_un& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

Status wait_for(int descriptor, short what, std::chrono::milliseconds deadline)
{
    pollfd waited{descriptor, what, 0};
    int ready = 0;
    do {
        ready = ::poll(&waited, 1, static_cast<int>(deadline.count()));
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) return fail(Errc::unavailable, "the other side is silent");
    return {};
}

}  // namespace

ConsoleSocket::~ConsoleSocket()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

ConsoleSocket::ConsoleSocket(ConsoleSocket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), received_(std::move(other.received_)) {}

Result<ConsoleSocket> ConsoleSocket::connect(const std::filesystem::path& path)
{
    ISO_TRY(const sockaddr_un address, address_of(path));
    ISO_TRY(ConsoleSocket opened, open_socket());
    if (::connect(opened.get(), generic(address), sizeof address) != 0)
        return fail(Errc::unavailable, std::string("no server listens here: ") + std::strerror(errno), path.string());
    return opened;
}

Result<ConsoleSocket> ConsoleSocket::listen(const std::filesystem::path& path)
{
    ISO_TRY(const sockaddr_un address, address_of(path));
    if (connect(path)) return fail(Errc::conflict, "a server is already running on this data folder", path.string());
    ::unlink(path.c_str());
    ISO_TRY(ConsoleSocket opened, open_socket());
    // The mode of the open socket becomes that of its file: there is no instant in which others could connect.
    if (::fchmod(opened.get(), 0600) != 0 || ::bind(opened.get(), generic(address), sizeof address) != 0 || ::listen(opened.get(), kWaiting) != 0)
        return fail(Errc::io, std::string("cannot open the console: ") + std::strerror(errno), path.string());
    return opened;
}

Status ConsoleSocket::send(std::string_view text, std::chrono::milliseconds deadline)
{
    while (!text.empty()) {
        ISO_CHECK(wait_for(descriptor_, POLLOUT, deadline));
        const auto sent = ::send(descriptor_, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent <= 0) return fail(Errc::unavailable, "the other side is gone");
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
}

Result<std::string> ConsoleSocket::line(std::size_t max_bytes, std::chrono::milliseconds deadline)
{
    for (;;) {
        const auto end = received_.find('\n');
        if (end != std::string::npos) {
            std::string line = received_.substr(0, end);
            received_.erase(0, end + 1);
            return line;
        }
        if (received_.size() > max_bytes) return fail(Errc::refused, "the line is too long");
        ISO_CHECK(wait_for(descriptor_, POLLIN, deadline));
        char chunk[4096];
        const auto got = ::recv(descriptor_, chunk, sizeof chunk, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return fail(Errc::unavailable, "the other side is gone");
        received_.append(chunk, static_cast<std::size_t>(got));
    }
}

}  // namespace isoloir::http
