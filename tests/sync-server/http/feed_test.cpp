// The live standing as server-sent events: told at once and when it changes, to many, and never longer than the server lives.

#include <algorithm>
#include <chrono>
#include <deque>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kFollow = "GET /live/events HTTP/1.1\r\nHost: s\r\n\r\n";

http::Limits quick()
{
    http::Limits limits;
    limits.look = 20ms;
    limits.beat = 10'000ms;
    return limits;
}

}  // namespace

TEST_CASE("whoever follows the live standing is told it at once, and again when it changes")
{
    AServer here(quick());
    auto reader = here.a_reader();
    const Answer begun = reader.ask(kFollow);
    CHECK(begun.status == 200);
    CHECK(begun.has("Content-Type: text/event-stream"));
    CHECK(begun.has("Cache-Control: no-store"));
    CHECK(begun.has("Content-Security-Policy: default-src 'self'"));
    CHECK_FALSE(begun.has("Content-Length"));
    CHECK(reader.receive_event() == "data: {\"version\":1}");
    here.service.says("{\"version\":2}");
    CHECK(reader.receive_event() == "data: {\"version\":2}");
    auto later = here.a_reader();
    REQUIRE(later.ask(kFollow).status == 200);
    CHECK(later.receive_event() == "data: {\"version\":2}");
    here.service.says("{\"version\":3}");
    CHECK(later.receive_event() == "data: {\"version\":3}");
    CHECK(reader.receive_event() == "data: {\"version\":3}");
}

TEST_CASE("while nothing changes, a reader hears now and then that the line holds")
{
    auto limits = quick();
    limits.beat = 30ms;
    AServer here(limits);
    auto reader = here.a_reader();
    REQUIRE(reader.ask(kFollow).status == 200);
    std::vector<std::string> heard;
    for (int i = 0; i < 6; ++i) heard.push_back(reader.receive_event());
    CHECK(std::count(heard.begin(), heard.end(), "data: {\"version\":1}") == 1);
    CHECK(std::count(heard.begin(), heard.end(), ":") == 5);
}

TEST_CASE("however many read, the standing is asked for once, and nobody asks when nobody reads")
{
    auto limits = quick();
    limits.look = 200ms;
    AServer here(limits);
    {
        std::deque<RawClient> readers;
        for (int i = 0; i < 20; ++i) {
            readers.emplace_back(here.server->public_port());
            REQUIRE(readers.back().ask(kFollow).status == 200);
            CHECK(readers.back().receive_event() == "data: {\"version\":1}");
        }
        const auto asked = here.service.paths().size();
        std::this_thread::sleep_for(500ms);
        const auto then = here.service.paths().size();
        CHECK(then > asked);
        CHECK(then - asked <= 4);
        here.service.says("{\"version\":2}");
        for (auto& reader : readers) CHECK(reader.receive_event() == "data: {\"version\":2}");
        for (auto& reader : readers) reader.cut();
        // That somebody left is found when the next event is sent.
        here.service.says("{\"version\":3}");
    }
    std::this_thread::sleep_for(800ms);
    here.service.says("{\"version\":4}");
    std::this_thread::sleep_for(800ms);
    const auto silent = here.service.paths().size();
    std::this_thread::sleep_for(500ms);
    CHECK(here.service.paths().size() == silent);
}

TEST_CASE("one reader too many is told to come later, and finds room when another has left")
{
    auto limits = quick();
    limits.readers = 1;
    limits.beat = 20ms;
    AServer here(limits);
    auto first = here.a_reader();
    REQUIRE(first.ask(kFollow).status == 200);
    auto second = here.a_reader();
    const Answer told = second.ask(kFollow);
    CHECK(told.status == 503);
    CHECK(told.has("Retry-After: 5"));
    CHECK(here.a_reader().ask(kGetRoot).status == 200);
    first.cut();
    bool room = false;
    for (int i = 0; i < 200 && !room; ++i) {
        std::this_thread::sleep_for(20ms);
        room = here.a_reader().ask(kFollow).status == 200;
    }
    CHECK(room);
}

TEST_CASE("a server that stops lets its readers go at once")
{
    AServer here(quick());
    auto reader = here.a_reader();
    REQUIRE(reader.ask(kFollow).status == 200);
    REQUIRE_FALSE(reader.receive_event().empty());
    const auto begun = std::chrono::steady_clock::now();
    here.server->stop();
    CHECK(std::chrono::steady_clock::now() - begun < 2s);
    CHECK(reader.receive_event().empty());
}

TEST_CASE("a reader that does not read on is dropped, and the others are told on")
{
    auto limits = quick();
    limits.write = 200ms;
    limits.readers = 2;
    AServer here(limits);
    const std::string long_one(4 * 1024 * 1024, 'x');
    here.service.says(long_one);
    auto slow = here.a_reader();
    slow.send(kFollow);
    auto reader = here.a_reader();
    REQUIRE(reader.ask(kFollow).status == 200);
    CHECK(reader.receive_event() == "data: " + long_one);
    here.service.says("short");
    CHECK(reader.receive_event() == "data: short");
    bool room = false;
    for (int i = 0; i < 100 && !room; ++i) {
        std::this_thread::sleep_for(50ms);
        room = here.a_reader().ask(kFollow).status == 200;
    }
    CHECK(room);
}
