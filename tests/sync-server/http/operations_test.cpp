// The port of those who run the server, and what they are told of the others.

#include <condition_variable>
#include <map>

#include "shared/tls/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

std::string get(const std::string& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: s\r\n\r\n";
}

/// Remembers what it was told; asked only once the server has stopped.
struct Remembering final : http::Watcher {
    std::map<http::Door, int> open;
    std::map<http::Door, int> came;
    std::vector<std::pair<http::Door, unsigned>> statuses;
    std::vector<std::string> failed;  // addresses
    std::optional<crypto::KeyId> terminal;

    void connected(http::Door door) override { ++open[door], ++came[door]; }
    void disconnected(http::Door door) override { --open[door]; }
    void handshake_failed(http::Door, std::string_view address, std::string_view) override { failed.emplace_back(address); }
    void answered(const http::Answered& answered) override
    {
        statuses.emplace_back(answered.door, answered.status);
        if (answered.terminal) terminal = answered.terminal;
    }
};

}  // namespace

TEST_CASE("the operations port serves figures and health in plain HTTP, and nothing else")
{
    AServer here({}, {nullptr, nullptr, [] { return std::string("isoloir_healthy 1\n"); }});
    auto prometheus = here.an_operator();
    const Answer figures = prometheus.ask(get("/metrics"));
    CHECK(figures.status == 200);
    CHECK(figures.has("Content-Type: text/plain; version=0.0.4"));
    CHECK(figures.body == "isoloir_healthy 1\n");
    CHECK(prometheus.ask(get("/healthz")).body == "ok\n");
    for (const char* path : {"/", "/admin/", "/metrics/x", "/v1/terminals"}) CHECK(prometheus.ask(get(path)).status == 404);
    CHECK(prometheus.ask("POST /metrics HTTP/1.1\r\nHost: s\r\nContent-Length: 0\r\n\r\n").status == 405);
    CHECK(here.an_operator().ask("POST /metrics HTTP/1.1\r\nHost: s\r\nContent-Length: 9\r\n\r\n").status == 413);
    CHECK(here.a_reader().ask(get("/metrics")).status == 404);
    CHECK_FALSE(RawClient(*here.server->operations_port()).ok());  // speaks no TLS
}

TEST_CASE("without a port for operations nobody is served there")
{
    FakeService service;
    http::Settings settings;
    const TemporaryFolder folder;
    settings.folder = folder.path();
    settings.address = settings.public_address = "127.0.0.1";
    const auto server = http::Server::start(settings, a_key(1), service);
    REQUIRE(server);
    CHECK_FALSE((*server)->operations_port());
}

TEST_CASE("health is told with its reason to operators, and in one word to the public")
{
    AServer here;
    CHECK(here.a_reader().ask(get("/healthz")).body == "ok\n");
    here.service.store_is_away = true;
    const Answer operators = here.an_operator().ask(get("/healthz"));
    CHECK(operators.status == 503);
    CHECK(operators.body == "the database is away\n");
    const Answer everybody = here.a_reader().ask(get("/healthz"));
    CHECK(everybody.status == 503);
    CHECK(everybody.body == "unavailable\n");
    here.service.store_is_away = false;
    CHECK(here.an_operator().ask(get("/healthz")).status == 200);
}

TEST_CASE("health is told while figures wait for the store")
{
    std::mutex mutex;
    std::condition_variable changed;
    bool asked = false;
    bool free = false;
    AServer here({}, {nullptr, nullptr, [&] {
                          std::unique_lock lock(mutex);
                          asked = true;
                          changed.notify_all();
                          changed.wait(lock, [&] { return free; });
                          return std::string("late\n");
                      }});
    auto prometheus = here.an_operator();
    prometheus.send(get("/metrics"));
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return asked; });
    }
    CHECK(here.an_operator().ask(get("/healthz")).body == "ok\n");
    {
        const std::scoped_lock lock(mutex);
        free = true;
        changed.notify_all();
    }
    CHECK(prometheus.receive().body == "late\n");
}

TEST_CASE("whoever watches is told of connections, answers and failed handshakes, and of no address that was asked for")
{
    Remembering watcher;
    {
        AServer here({}, {nullptr, &watcher, {}});
        auto terminal = here.a_terminal();
        CHECK(terminal.ask(here.post("line\n")).status == 200);
        CHECK(terminal.ask(get("/nothing")).status == 404);
        CHECK(here.a_reader().ask(get("/")).status == 200);
        CHECK(here.a_reader().ask("nonsense\r\n\r\n").status == 400);
        CHECK(here.an_operator().ask(get("/healthz")).status == 200);
        const auto stranger_key = a_key(77);
        RawClient stranger(here.server->port(), &stranger_key);
        CHECK(stranger.ask(here.post("line\n")).status == 0);
        here.server->stop();
        using http::Door;
        CHECK(watcher.statuses == std::vector<std::pair<Door, unsigned>>{
                                      {Door::terminals, 200}, {Door::terminals, 404}, {Door::pages, 200}, {Door::pages, 400}, {Door::operations, 200}});
        CHECK(watcher.came == std::map<Door, int>{{Door::terminals, 2}, {Door::pages, 2}, {Door::operations, 1}});
        CHECK(watcher.open == std::map<Door, int>{{Door::terminals, 0}, {Door::pages, 0}, {Door::operations, 0}});
        CHECK(watcher.failed == std::vector<std::string>{"127.0.0.1"});
        CHECK(watcher.terminal == here.device.id());
    }
}

TEST_CASE("a renewed certificate is shown to the next connection, and those that are open go on")
{
    AServer here;
    auto before = here.a_reader();
    REQUIRE(before.ask(kGetRoot).status == 200);
    const TemporaryFolder other;
    REQUIRE(tls::page_identity(other.path()));
    const http::Settings::PageFiles files{other / "page-certificate.pem", other / "page-key.pem"};

    const http::Settings::PageFiles broken{other / "page-certificate.pem", here.folder / "page-key.pem"};
    CHECK(fails_as(here.server->renew_pages(broken), Errc::refused));
    CHECK(here.a_reader().certificate() == before.certificate());

    REQUIRE(here.server->renew_pages(files));
    REQUIRE(here.server->answers(std::chrono::minutes(1)));  // and with it the I/O thread has taken it over
    auto after = here.a_reader();
    CHECK(after.certificate() != before.certificate());
    CHECK(after.ask(kGetRoot).status == 200);
    CHECK(before.ask(kGetRoot).status == 200);
    CHECK(here.a_terminal().ask(here.post("line\n")).status == 200);
}

TEST_CASE("a server that has stopped answers no more")
{
    AServer here;
    CHECK(here.server->answers(std::chrono::minutes(1)));
    here.server->stop();
    CHECK_FALSE(here.server->answers(std::chrono::milliseconds(1)));
}
