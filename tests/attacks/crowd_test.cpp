// Many at once, and slow ones: connections that say nothing, or little, or promise much.

#include <memory>
#include <thread>

#include "shared/base/open_files.hpp"
#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("whoever opens a connection and says nothing, half of something, or a byte now and then, is let go, and others are served meanwhile")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    constexpr std::size_t kEach = 50;
    std::vector<HalfOpen> silent;
    std::vector<std::unique_ptr<RawClient>> halves;
    for (std::size_t i = 0; i < kEach; ++i) {
        for (const std::uint16_t port : {here.public_port(), here.terminals_port()}) {
            silent.emplace_back(port, "");
            silent.emplace_back(port, "\x16\x03\x01\x02");                   // a handshake begun
            silent.emplace_back(port, "GET / HTTP/1.1\r\nHost: s\r\n\r\n");  // no TLS at all
        }
        halves.push_back(std::make_unique<RawClient>(here.public_port()));
        halves.back()->send("GET / HTTP/1.1\r\nHost: s\r\nX-Slow:");
        halves.push_back(std::make_unique<RawClient>(here.terminals_port(), &terminal.device()));
        halves.back()->send("POST " + here.place_of(terminal) + "/records HTTP/1.1\r\nHost");
    }
    for (int i = 0; i < 20; ++i) {
        CHECK(here.stranger().get("/").status == 200);
        CHECK(anne.get("/admin/api/overview").status == 200);
    }
    REQUIRE(here.send(terminal).status == 200);
    const auto meanwhile = here.whole();
    CHECK(meanwhile.report.at("accepted") == before.report.at("accepted"));  // the poll's opening is no ballot

    // Ten seconds are the deadline of a handshake and of a header. Whoever keeps on sending does not move it.
    for (int byte = 0; byte < 40 && !halves.front()->is_closed_now(); ++byte) {
        halves.front()->send("x");
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
    }
    CHECK(halves.front()->is_closed());
    for (auto& connection : silent) CHECK(connection.is_closed());
    for (auto& client : halves) CHECK(client->is_closed());
    here.logged({"request never came: port=public", "address=127.0.0.1", "part=header"});
    here.logged({"handshake failed: port=terminals", "address=127.0.0.1", "timeout"});
    here.survived(meanwhile);
}

TEST_CASE("large bodies that are promised and never come keep nobody from logging in, voting or sending")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    std::vector<std::unique_ptr<RawClient>> promises;
    const std::string promise = "POST /api/v1/votes HTTP/1.1\r\nHost: s\r\nContent-Type: application/json\r\nContent-Length: 1048576\r\n\r\n{";
    bool put_off = false;
    for (int i = 0; i < 300 && !put_off; ++i) {
        promises.push_back(std::make_unique<RawClient>(here.public_port()));
        promises.back()->send(promise);
        if (i < 256) continue;
        const auto answer = promises.back()->receive();
        put_off = answer.status == 503 && answer.has("Retry-After: ");
    }
    CHECK(put_off);
    here.logged({"request refused: port=public", "status=503", "address=127.0.0.1"});
    CHECK(here.log_in(anne).get("/admin/api/overview").status == 200);
    CHECK(here.stranger().get("/").status == 200);
    // What was promised was not set aside: 256 MiB were never there.
    CHECK(here.took_less_than(std::size_t{400} * 1024 * 1024));
    here.survived(before);
}

TEST_CASE("handshakes without end from one address take all places of a port and keep nobody else out, also where few files may be open")
{
    allow_open_files(4096);
    ABesiegedCentre here(ABesiegedCentre::Begins::with_an_election, {"prlimit", "--nofile=1024"});
    const auto before = here.whole();
    for (const std::uint16_t port : {here.terminals_port(), here.public_port()}) {
        std::vector<HalfOpen> crowd;
        for (int i = 0; i < 700; ++i) crowd.emplace_back(port, "", "127.0.0.2");
        const auto terminal = here.a_terminal("Crowded");
        CHECK(here.send(terminal).status == 200);
        CHECK(here.stranger().get("/healthz").status == 200);
        CHECK(here.stranger().at("127.0.0.3").get("/").status == 200);
    }
    for (const char* port : {"port=terminals", "port=public"})
        here.logged({"handshake failed:", port, "address=127.0.0.2", "too many of this network were under way"});
    CHECK(here.whole().report.at("accepted") == before.report.at("accepted"));
    here.survived(here.whole());
}
