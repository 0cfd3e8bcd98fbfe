// The server under a supervisor that speaks systemd's protocol: a datagram socket named in NOTIFY_SOCKET.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/journeys/election_day.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir::test;

namespace {

class Supervisor {
public:
    /// @param patience  after so long without a sign of life it would start the server anew (WatchdogSec)
    explicit Supervisor(const std::filesystem::path& path, std::chrono::milliseconds patience = std::chrono::seconds(30))
        : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)), patience_(patience)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
        ::setenv("WATCHDOG_USEC", std::to_string(std::chrono::microseconds(patience).count()).c_str(), 1);
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
            if (message != kAlive) return message;
        }
    }
    void wait_for_signs_of_life(int more)
    {
        for (; more > 0; --more) REQUIRE(receive() == kAlive);
    }
    /// Whether signs of life cease: at most so many more are on their way, and then none in all the time that it waits for one.
    bool hears_no_more(int on_their_way)
    {
        for (; on_their_way >= 0; --on_their_way) {
            if (!is_told_within(patience_)) return true;
            REQUIRE(receive() == kAlive);
        }
        return false;
    }

private:
    static constexpr const char* kAlive = "WATCHDOG=1";

    bool is_told_within(std::chrono::milliseconds time) const
    {
        pollfd waited{socket_, POLLIN, 0};
        return ::poll(&waited, 1, static_cast<int>(time.count())) == 1;
    }
    std::string receive() const
    {
        REQUIRE(is_told_within(std::chrono::minutes(1)));
        char message[4096];
        const auto size = ::recv(socket_, message, sizeof message, 0);
        return {message, static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
    }

    int socket_;
    std::chrono::milliseconds patience_;
};

/// Of the only process of PostgreSQL that serves somebody else.
pid_t id_of_backend(const std::string& database)
{
    const std::string query = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";
    return std::stoi(printed(Process({"psql", "-At", "-d", database, "-c", query}).end()));
}

/// A process that hangs, as on a disk that does not come back, until this goes.
class Stopped {
public:
    explicit Stopped(pid_t id) : id_(id) { REQUIRE(::kill(id_, SIGSTOP) == 0); }
    ~Stopped() { ::kill(id_, SIGCONT); }
    Stopped(const Stopped&) = delete;
    Stopped& operator=(const Stopped&) = delete;

private:
    pid_t id_;
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

TEST_CASE("a server whose store hangs gives no more signs of life, and the one that is started in its stead lives")
{
    APostgres postgres;
    const std::string database = postgres.fresh();
    ElectionDay day(database);
    day.found();
    Supervisor supervisor(day.path("notify"), std::chrono::seconds(5));
    std::optional<Process> server(day.serve());
    CHECK(supervisor.next() == "READY=1\nSTATUS=Serving");
    supervisor.wait_for_signs_of_life(2);
    const Stopped hangs(id_of_backend(database));
    CHECK(supervisor.hears_no_more(2));
    CHECK(server->runs());

    // What systemd does now.
    server->kill();
    server.emplace(day.serve());
    CHECK(supervisor.next() == "READY=1\nSTATUS=Serving");
    supervisor.wait_for_signs_of_life(2);
    server->send(SIGTERM);
    CHECK(server->end().code == 0);
}
