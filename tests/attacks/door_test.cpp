// Who is let in by TLS.

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("TLS 1.2 is refused at both doors, and the log says so")
{
    ABesiegedCentre here;
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(RawClient(here.terminals_port(), &terminal.device(), RawClient::Tls::v1_2).ok());
        CHECK_FALSE(RawClient(here.public_port(), nullptr, RawClient::Tls::v1_2).ok());
    }
    here.logged({"handshake failed: port=terminals", "address=127.0.0.1", "unsupported protocol"});
    here.logged({"handshake failed: port=public", "address=127.0.0.1", "unsupported protocol"});
    CHECK(here.send(terminal).status == 200);
    here.survived(here.whole());
    CHECK(here.whole().report.at("refused") == before.report.at("refused"));
}

TEST_CASE("nobody speaks as a terminal without a certificate that the roster names, whoever's it is otherwise")
{
    ABesiegedCentre here;
    const auto terminal = here.a_terminal();
    const auto before = here.whole();
    crypto::SystemRandom random;
    const auto stranger = crypto::Signer::generate(random);
    const std::string request = here.post(here.place_of(terminal) + "/records", terminal.batch());
    CHECK(RawClient(here.terminals_port(), &stranger).ask(request).status == 0);
    CHECK(RawClient(here.terminals_port()).ask(request).status == 0);
    here.logged({"handshake failed: port=terminals", "address=127.0.0.1", "certificate verify failed"});
    here.logged({"handshake failed: port=terminals", "address=127.0.0.1", "peer did not return a certificate"});
    // At the public door a terminal's certificate makes nobody a terminal.
    RawClient at_the_wrong_door(here.public_port(), &terminal.device());
    CHECK(at_the_wrong_door.ask(request).status == 405);
    CHECK(at_the_wrong_door.ask("GET " + here.place_of(terminal) + "/head HTTP/1.1\r\nHost: s\r\n\r\n").status == 404);
    // And the terminals' door leads neither to pages nor to the desk.
    auto inside = here.connected(terminal);
    for (const char* target : {"/", "/admin/", "/admin/api/session", "/healthz", "/checkpoint", "/api/v1/votes", "/metrics"})
        CHECK(inside.ask("GET " + std::string(target) + " HTTP/1.1\r\nHost: s\r\n\r\n").status == 404);
    here.survived(before);
}
