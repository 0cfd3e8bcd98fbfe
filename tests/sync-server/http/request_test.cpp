// Requests as nobody should send them, over real TLS on the loopback.

#include <thread>

#include "tests/support/catch.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

TEST_CASE("a request that is too long, chunked or without length is refused before its body is read")
{
    AServer here;
    auto terminal = here.a_terminal();
    const std::string start = "POST " + here.records_target() + " HTTP/1.1\r\nHost: s\r\n";
    struct Row {
        std::string request;
        int status;
    };
    const auto row = GENERATE_COPY(Row{start + "\r\n", 411}, Row{start + "Transfer-Encoding: chunked\r\n\r\n4\r\nline\r\n0\r\n\r\n", 411},
                                   Row{start + "Content-Length: 4194305\r\n\r\n", 413}, Row{start + "Content-Length: 99999999999999999999\r\n\r\n", 400},
                                   Row{start + "Content-Length: -1\r\n\r\n", 400}, Row{start + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nline", 400},
                                   Row{start + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\nline", 400},
                                   Row{start + "X: " + std::string(9000, 'x') + "\r\n\r\n", 431}, Row{"GET / HTTP/1.1\r\nContent-Length: 4\r\n\r\nline", 400});
    CAPTURE(row.request.substr(0, 200));
    CHECK(terminal.ask(row.request).status == row.status);
    CHECK(terminal.is_closed());
    CHECK(here.service.bodies().empty());
}

TEST_CASE("a body of the largest size is taken, and the refusal of a larger one arrives though all of it was sent")
{
    AServer here;
    const std::string largest(4 * 1024 * 1024, 'x');
    auto terminal = here.a_terminal();
    CHECK(terminal.ask(here.post(largest)).body == FakeService::receipt_for(largest));
    CHECK(terminal.ask(here.post(largest + "x")).status == 413);
    CHECK(here.service.bodies().size() == 1);
}

TEST_CASE("what is no HTTP is answered 400 and the connection closed")
{
    AServer here;
    const std::string garbage = GENERATE(as<std::string>(), "\r\n\r\n\x01\x02\x03 hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                                         "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\nHost: s\n\n");
    CAPTURE(garbage);
    auto reader = here.a_reader();
    CHECK(reader.ask(garbage).status == 400);
    CHECK(reader.is_closed());
    CHECK(here.a_reader().ask(kGetRoot).status == 200);
}

TEST_CASE("requests sent ahead are answered in order, and garbage behind them ends the connection")
{
    AServer here;
    auto terminal = here.a_terminal();
    terminal.send(here.post("one\n") + here.post("two\n") + "garbage\r\n\r\n" + here.post("three\n"));
    CHECK(terminal.receive().body == FakeService::receipt_for("one\n"));
    CHECK(terminal.receive().body == FakeService::receipt_for("two\n"));
    CHECK(terminal.receive().status == 400);
    CHECK(terminal.is_closed());
    CHECK(here.service.bodies() == std::vector<std::string>{"one\n", "two\n"});
}

TEST_CASE("every wait for a slow client has an end")
{
    http::Limits limits;
    SECTION("handshake")
    {
        limits.handshake = 50ms;
        AServer here(limits);
        CHECK(closes_a_silent_connection(here.server->port()));
        CHECK(closes_a_silent_connection(here.server->public_port()));
    }
    SECTION("before a request")
    {
        limits.idle = 50ms;
        AServer here(limits);
        CHECK(here.a_terminal().is_closed());
    }
    SECTION("in the header")
    {
        limits.header = 50ms;
        AServer here(limits);
        auto terminal = here.a_terminal();
        terminal.send("POST " + here.records_target() + " HTTP/1.1\r\nHost:");
        CHECK(terminal.is_closed());
    }
    SECTION("in the body")
    {
        limits.body = 50ms;
        AServer here(limits);
        auto terminal = here.a_terminal();
        const std::string request = here.post("a line that never ends\n");
        terminal.send(request.substr(0, request.size() - 3));
        CHECK(terminal.is_closed());
        CHECK(here.service.bodies().empty());
    }
    SECTION("while it does not read")
    {
        limits.write = 50ms;
        AServer here(limits);
        here.service.page.body.assign(64 * 1024 * 1024, 'x');
        auto reader = here.a_reader();
        reader.send(kGetRoot);
        while (here.service.paths().empty()) std::this_thread::yield();
        here.server->stop();  // returns because the write was given up
        CHECK(reader.receive().status == 0);
    }
}

TEST_CASE("a service that takes too long is not waited for, and the client is told to come again")
{
    http::Limits limits;
    limits.service = 50ms;
    AServer here(limits);
    here.service.hold();
    auto terminal = here.a_terminal();
    const Answer late = terminal.ask(here.post("line\n"));
    CHECK(late.status == 503);
    CHECK(late.has("Retry-After: 5"));
    here.service.release();
    CHECK(here.a_terminal().ask(here.post("line\n")).status == 200);
}

TEST_CASE("a connection cut at any byte of a request leaves the service untouched, and what comes after is served")
{
    AServer here;
    const std::string request = here.post("{\"record\":\"a.b.c\"}\n");
    for (std::size_t cut = 0; cut < request.size(); ++cut) {
        auto terminal = here.a_terminal();
        terminal.send(std::string_view(request).substr(0, cut));
        terminal.cut();
    }
    CHECK(here.a_terminal().ask(request).status == 200);
    here.server->stop();  // whatever was under way is finished
    CHECK(here.service.bodies() == std::vector<std::string>{"{\"record\":\"a.b.c\"}\n"});
}

TEST_CASE("when the answer is lost, the same batch again yields the same receipt")
{
    AServer here;
    here.service.hold();
    auto first = here.a_terminal();
    first.send(here.post("line\n"));
    here.service.wait_for_calls(1);
    first.cut();  // the batch is inside, its receipt has nowhere to go
    here.service.release();
    const Answer again = here.a_terminal().ask(here.post("line\n"));
    CHECK(again.body == FakeService::receipt_for("line\n"));
    CHECK(here.service.bodies() == std::vector<std::string>{"line\n", "line\n"});
}
