// The server under a supervisor that speaks systemd's protocol: a datagram socket named in NOTIFY_SOCKET.

#include <algorithm>
#include <csignal>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/journeys/election_day.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir::test;

namespace {

class Supervisor {
public:
    explicit Supervisor(const std::filesystem::path& path) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
        ::setenv("WATCHDOG_USEC", "30000000", 1);
    }
    ~Supervisor()
    {
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
        ::close(socket_);
    }

    /// The next message that is no sign of life; those are counted.
    std::string next()
    {
        for (;;) {
            std::string message = receive();
            if (message != "WATCHDOG=1") return message;
            ++signs_of_life_;
        }
    }
    void wait_for_signs_of_life(int more)
    {
        for (int wanted = signs_of_life_ + more; signs_of_life_ < wanted; ++signs_of_life_) REQUIRE(receive() == "WATCHDOG=1");
    }

private:
    std::string receive() const
    {
        pollfd waited{socket_, POLLIN, 0};
        REQUIRE(::poll(&waited, 1, 60'000) == 1);
        char message[4096];
        const auto size = ::recv(socket_, message, sizeof message, 0);
        return {message, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    }

    int socket_;
    int signs_of_life_{0};
};

}  // namespace

TEST_CASE("a supervisor is told when the server is ready, alive, reads its file anew, and stops")
{
    ElectionDay day;
    day.found();
    Supervisor supervisor(day.path("notify"));
    Process server = day.serve();
    CHECK(supervisor.next() == "READY=1\nSTATUS=Serving");
    supervisor.wait_for_signs_of_life(2);
    server.send(SIGHUP);
    const std::string reloading = supervisor.next();
    CHECK(reloading.rfind("RELOADING=1\nMONOTONIC_USEC=", 0) == 0);
    CHECK(std::stoull(reloading.substr(reloading.rfind('=') + 1)) > 0);
    CHECK(supervisor.next() == "READY=1\nSTATUS=Serving");
    supervisor.wait_for_signs_of_life(1);
    server.send(SIGTERM);
    CHECK(supervisor.next().rfind("STOPPING=1\n", 0) == 0);
    CHECK(server.end().code == 0);
}
