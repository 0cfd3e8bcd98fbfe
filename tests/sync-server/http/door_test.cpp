// Who is let in, over real TLS on the loopback.

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/sync-server/http/a_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("a terminal in the roster is answered, on one connection as often as it asks")
{
    AServer here;
    auto terminal = here.a_terminal();
    REQUIRE(terminal.ok());
    for (int i = 0; i < 3; ++i) {
        const Answer answer = terminal.ask(here.post("line\n"));
        CHECK(answer.status == 200);
        CHECK(answer.body == FakeService::receipt_for("line\n"));
    }
    CHECK(here.service.bodies().size() == 3);
}

TEST_CASE("a client with an unknown key, or none, gets no answer at the terminals' port")
{
    AServer here;
    const auto stranger_key = a_key(77);
    RawClient stranger(here.server->port(), &stranger_key);
    CHECK(stranger.ask(here.post("line\n")).status == 0);
    RawClient nobody(here.server->port());
    CHECK(nobody.ask(here.post("line\n")).status == 0);
    CHECK(here.service.bodies().empty());
}

TEST_CASE("a terminal revoked while connected is refused at its next request")
{
    AServer here;
    auto terminal = here.a_terminal();
    const std::string head = "GET /v1/terminals/" + to_base64url(here.device.id()) + "/head HTTP/1.1\r\nHost: s\r\n\r\n";
    REQUIRE(terminal.ask(head).status == 200);
    here.service.known.clear();  // seen by the server through the next request's bytes
    CHECK(terminal.ask(head).status == 403);
}

TEST_CASE("TLS 1.2 is refused at both ports")
{
    AServer here;
    CHECK_FALSE(RawClient(here.server->port(), &here.device, RawClient::Tls::v1_2).ok());
    CHECK_FALSE(RawClient(here.server->public_port(), nullptr, RawClient::Tls::v1_2).ok());
    CHECK(here.a_terminal().ok());
}

TEST_CASE("the public reads pages without a certificate, and nothing of the terminals' side")
{
    AServer here;
    auto reader = here.a_reader();
    const Answer page = reader.ask(kGetRoot);
    CHECK(page.status == 200);
    CHECK(page.body == here.service.page.body);
    CHECK(page.has("Content-Security-Policy: default-src 'self';"));
    CHECK(reader.ask("GET " + here.records_target() + " HTTP/1.1\r\nHost: s\r\n\r\n").status == 404);
    CHECK(reader.ask(here.post("line\n")).status == 405);
    CHECK(here.service.bodies().empty());
}

TEST_CASE("a newest copy is not sent again over the wire")
{
    AServer here;
    auto reader = here.a_reader();
    const Answer first = reader.ask(kGetRoot);
    const auto at = first.header.find("ETag: ") + 6;
    const std::string tag = first.header.substr(at, first.header.find("\r\n", at) - at);
    const Answer again = reader.ask("GET / HTTP/1.1\r\nHost: s\r\nIf-None-Match: " + tag + "\r\n\r\n");
    CHECK(again.status == 304);
    CHECK(reader.ask(kGetRoot).status == 200);  // the connection is still in step
}

TEST_CASE("a port that is taken, or an address that is none, is said plainly")
{
    AServer here;
    FakeService service;
    http::Settings settings;
    settings.folder = here.folder.path();
    settings.address = settings.public_address = "127.0.0.1";
    settings.port = here.server->port();
    CHECK(fails_as(http::Server::start(settings, here.key, service), Errc::unavailable));
    settings.address = "town hall";
    CHECK(fails_as(http::Server::start(settings, here.key, service), Errc::malformed));
}
