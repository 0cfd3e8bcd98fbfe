// Many at once, and a server that stops among them.

#include <list>
#include <optional>
#include <thread>

#include "tests/support/catch.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("two hundred terminals at once are each answered with their own receipt")
{
    constexpr std::size_t kTerminals = 200;
    AServer here;
    std::vector<std::string> receipts(kTerminals);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kTerminals; ++i)
        threads.emplace_back([&, i] { receipts[i] = here.a_terminal().ask(here.post("batch " + std::to_string(i))).body; });
    for (auto& thread : threads) thread.join();
    for (std::size_t i = 0; i < kTerminals; ++i) CHECK(receipts[i] == FakeService::receipt_for("batch " + std::to_string(i)));
    CHECK(here.service.bodies().size() == kTerminals);
}

TEST_CASE("one connection too many is told to come later, and the others stay served")
{
    http::Limits limits;
    limits.connections = 2;
    AServer here(limits);
    auto one = here.a_reader();
    auto two = here.a_reader();
    REQUIRE(one.ask(kGetRoot).status == 200);
    REQUIRE(two.ask(kGetRoot).status == 200);
    auto third = here.a_reader();
    const Answer told = third.ask(kGetRoot);
    CHECK(told.status == 503);
    CHECK(told.has("Retry-After: 5"));
    CHECK(one.ask(kGetRoot).status == 200);
    CHECK(here.a_terminal().ask(here.post("line\n")).status == 200);  // a crowd of readers keeps no terminal out
}

TEST_CASE("who was told to come later, and lingers, keeps nobody's place")
{
    http::Limits limits;
    limits.connections = 1;
    AServer here(limits);
    std::optional<RawClient> one(std::in_place, here.server->public_port());
    REQUIRE(one->ask(kGetRoot).status == 200);
    auto lingers = here.a_reader();
    REQUIRE(lingers.ask(kGetRoot).status == 503);
    one.reset();
    bool served = false;
    for (int tries = 0; tries < 200 && !served; ++tries) served = here.a_reader().ask(kGetRoot).status == 200;
    CHECK(served);
}

TEST_CASE("where one network takes all places with handshakes that never go on, its oldest give way to others, and not to its own")
{
    http::Limits limits;
    limits.connections = 32;
    limits.handshake = std::chrono::hours(1);
    AServer here(limits);
    for (const auto& [port, status] : {std::pair(here.server->port(), 404), {here.server->public_port(), 200}}) {
        std::vector<HalfOpen> silent;
        for (int i = 0; i < 40; ++i) silent.emplace_back(port, "", "127.0.0.2");
        CHECK(RawClient(port, &here.device, RawClient::Tls::v1_3, "127.0.0.2").ask(kGetRoot).status == 503);
        RawClient one(port, &here.device);
        RawClient other(port, &here.device, RawClient::Tls::v1_3, "127.0.0.3");
        CHECK(one.ask(kGetRoot).status == status);
        CHECK(other.ask(kGetRoot).status == status);
        CHECK(silent[0].is_closed());
        CHECK(silent[1].is_closed());
        CHECK(one.ask(kGetRoot).status == status);
    }
}

TEST_CASE("nobody takes its share of handshakes from a network, however full the port is")
{
    http::Limits limits;
    limits.connections = 32;
    limits.handshake = std::chrono::hours(1);
    AServer here(limits);
    std::vector<HalfOpen> crowd;
    for (int network = 10; network < 26; ++network)
        for (int i = 0; i < 2; ++i) crowd.emplace_back(here.server->port(), "", "127.0.0." + std::to_string(network));
    CHECK(here.a_terminal().ask(kGetRoot).status == 503);
}

TEST_CASE("while as many are at work as there may be, newcomers come in one after the other all the same")
{
    http::Limits limits;
    limits.at_work = 1;
    AServer here(limits);
    here.service.hold();
    auto first = here.a_terminal();
    first.send(here.post("first"));
    here.service.wait_for_calls(1);
    std::list<RawClient> others;
    for (int i = 0; i < 5; ++i) {
        others.emplace_back(here.server->port(), &here.device);
        others.back().send(here.post("other " + std::to_string(i)));
    }
    here.service.wait_for_calls(6);
    here.service.release();
    CHECK(first.receive().status == 200);
    for (auto& other : others) CHECK(other.receive().status == 200);
}

TEST_CASE("bodies that would take too much memory together are put off")
{
    http::Limits limits;
    limits.bodies_bytes = 1000;
    limits.small_bytes = 100;
    AServer here(limits);
    auto first = here.a_terminal();
    here.service.hold();
    first.send(here.post(std::string(600, 'x')));
    here.service.wait_for_calls(1);
    CHECK(here.a_terminal().ask(here.post(std::string(600, 'y'))).status == 503);
    auto small = here.a_terminal();
    small.send(here.post(std::string(100, 'z')));  // held as the first is, not put off
    here.service.wait_for_calls(2);
    here.service.release();
    CHECK(small.receive().status == 200);
    CHECK(first.receive().status == 200);
    CHECK(here.a_terminal().ask(here.post(std::string(600, 'y'))).status == 200);
}

TEST_CASE("a server that stops finishes the request under way and takes no other")
{
    AServer here;
    auto idle = here.a_reader();
    REQUIRE(idle.ask(kGetRoot).status == 200);
    here.service.hold();
    auto terminal = here.a_terminal();
    terminal.send(here.post("line\n"));
    here.service.wait_for_calls(1);

    const auto port = here.server->public_port();
    std::thread stopping([&] { here.server->stop(); });
    CHECK(idle.is_closed());
    while (can_connect(port)) std::this_thread::yield();
    here.service.release();
    const Answer answer = terminal.receive();
    stopping.join();
    CHECK(answer.status == 200);
    CHECK(answer.body == FakeService::receipt_for("line\n"));
    CHECK(answer.has("Connection: close"));
    here.server->stop();  // a second time changes nothing
}
