#include <atomic>
#include <filesystem>
#include <future>
#include <sstream>

#include "sync-server/http/console.hpp"
#include "sync-server/http/console_socket.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

int repeat(const std::vector<std::string>& args, std::ostream& out, std::ostream& err)
{
    for (const auto& arg : args) out << arg << '\n';
    err << "without an end";
    return static_cast<int>(args.size());
}

}  // namespace

TEST_CASE("what a command prints in the server is printed at the console, and its exit code comes back")
{
    const TemporaryFolder folder;
    const auto console = http::Console::open(folder / "console", repeat);
    REQUIRE(console);
    std::ostringstream out;
    std::ostringstream err;
    const auto code = http::run_remotely(folder / "console", {"close", "--now", "é \"quoted\"\t{}", ""}, out, err);
    REQUIRE(code);
    CHECK(*code == 4);
    CHECK(out.str() == "close\n--now\né \"quoted\"\t{}\n\n");
    CHECK(err.str() == "without an end");
}

TEST_CASE("output arrives while the command still runs")
{
    const TemporaryFolder folder;
    std::promise<void> seen;
    const auto console = http::Console::open(folder / "console", [&](const auto&, std::ostream& out, std::ostream&) {
        out << "half way\n";
        seen.get_future().wait();
        return 0;
    });
    REQUIRE(console);
    auto client = http::ConsoleSocket::connect(folder / "console");
    REQUIRE(client);
    REQUIRE(client->send("{\"args\":[]}\n", 10s));
    CHECK(client->line(1000, 60s).value_or("") == R"({"out":"half way\n"})");
    seen.set_value();
    CHECK(client->line(1000, 60s).value_or("") == R"({"exit":0})");
}

TEST_CASE("a command that throws is reported, and the console goes on")
{
    const TemporaryFolder folder;
    const auto console = http::Console::open(folder / "console", [](const auto&, std::ostream&, std::ostream&) -> int { throw std::runtime_error("no disk"); });
    REQUIRE(console);
    for (int i = 0; i < 2; ++i) {
        std::ostringstream out;
        std::ostringstream err;
        CHECK(http::run_remotely(folder / "console", {}, out, err).value_or(0) == 1);
        CHECK(err.str() == "the command broke off: no disk\n");
    }
}

TEST_CASE("a request that is none runs no command")
{
    const TemporaryFolder folder;
    std::atomic<int> calls{0};
    const auto console = http::Console::open(folder / "console", [&](const auto&, std::ostream&, std::ostream&) { return ++calls; });
    REQUIRE(console);
    for (const std::string request : {"close", "{}", "[]", "{\"args\":1}", "{\"args\":[1]}", "{\"args\":[],\"more\":1}", "\xff", "{\"args\":["}) {
        CAPTURE(request);
        auto client = http::ConsoleSocket::connect(folder / "console");
        REQUIRE(client);
        REQUIRE(client->send(request + "\n", 10s));
        CHECK(client->line(1000, 60s).value_or("").rfind("{\"err\":", 0) == 0);
        CHECK(client->line(1000, 60s).value_or("") == R"({"exit":2})");
    }
    CHECK(calls == 0);
}

TEST_CASE("the console is this user's alone, and goes with its server")
{
    const TemporaryFolder folder;
    const auto socket = folder / "console";
    std::ostringstream ignored;
    {
        const auto console = http::Console::open(socket, repeat);
        REQUIRE(console);
        const auto mode = std::filesystem::status(socket).permissions();
        CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        CHECK(fails_as(http::Console::open(socket, repeat), Errc::conflict));
        CHECK(http::run_remotely(socket, {}, ignored, ignored).value_or(-1) == 0);  // the second try did no harm
    }
    CHECK_FALSE(std::filesystem::exists(socket));
    CHECK(fails_as(http::run_remotely(socket, {}, ignored, ignored), Errc::unavailable));
}

TEST_CASE("a socket that a dead server left behind is replaced; a path too long for one is refused")
{
    const TemporaryFolder folder;
    {
        const auto left = http::ConsoleSocket::listen(folder / "console");
        REQUIRE(left);
    }
    REQUIRE(std::filesystem::exists(folder / "console"));
    CHECK(http::Console::open(folder / "console", repeat));
    CHECK(fails_as(http::Console::open(folder / std::string(120, 'x'), repeat), Errc::refused));
}

TEST_CASE("a client that leaves in the middle does not stop the command")
{
    const TemporaryFolder folder;
    std::promise<void> gone;
    std::promise<void> finished;
    const auto console = http::Console::open(folder / "console", [&](const auto&, std::ostream& out, std::ostream&) {
        gone.get_future().wait();
        for (int i = 0; i < 1000; ++i) out << "line " << i << '\n';
        finished.set_value();
        return 0;
    });
    REQUIRE(console);
    {
        auto client = http::ConsoleSocket::connect(folder / "console");
        REQUIRE(client->send("{\"args\":[]}\n", 10s));
    }
    gone.set_value();
    finished.get_future().wait();
}
