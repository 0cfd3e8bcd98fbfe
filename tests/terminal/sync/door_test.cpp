// Who the terminal speaks with: the one server whose key it was given, and nobody else.

#include <netdb.h>

#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"
#include "tests/terminal/sync/raw_server.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

void listen_only(Peer& peer)
{
    while (peer.request()) peer.send(http_answer(""));
}

void check_untouched(const AHall& hall)
{
    CHECK(hall.journal.acknowledged() == 0);
    CHECK(hall.posted.empty());
    CHECK(hall.at_centre().records == 0);
}

}  // namespace

TEST_CASE("a server with another key is refused before it gets a single byte")
{
    AHall hall(1);
    RawServer impostor(crypto::Signer::generate(hall.centre.random), listen_only);
    CHECK(fails_as(hall.sync_at(impostor.port()), Errc::forged));
    CHECK(impostor.admitted() == 0);
    CHECK(impostor.received() == 0);
    check_untouched(hall);
}

TEST_CASE("a server with the right key that speaks TLS 1.2 is refused before it gets a single byte")
{
    AHall hall(1);
    RawServer old(hall.tls_key(), listen_only, RawServer::Speaks::tls_1_2);
    CHECK(fails_as(hall.sync_at(old.port()), Errc::forged));
    CHECK(old.admitted() == 0);
    CHECK(old.received() == 0);
    check_untouched(hall);
}

TEST_CASE("a certificate of another kind, as on the public pages, is refused")
{
    AHall hall(1);
    CHECK(fails_as(hall.sync_at(hall.centre.server->public_port()), Errc::forged));
    check_untouched(hall);
}

TEST_CASE("a hotel's login page in the server's place is refused")
{
    AHall hall(1);
    RawServer portal(
        hall.tls_key(), [](Peer& peer) { peer.send("HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n"); },
        RawServer::Speaks::plain_text);
    CHECK(fails_as(hall.sync_at(portal.port()), Errc::forged));
    check_untouched(hall);
}

TEST_CASE("a machine that takes the connection and never speaks is given up at the deadline")
{
    crypto::SystemRandom random;
    const auto key = crypto::Signer::generate(random);
    const DeadPort silent(DeadPort::As::silent);
    sync::Deadlines deadlines;
    deadlines.connect = 50ms;
    const auto client = sync::Client::connect({"127.0.0.1", silent.port(), key.public_key()}, key, deadlines);
    REQUIRE(fails_as(client, Errc::unavailable));
    CHECK(client.error().message == "the server does not answer in time");
}

TEST_CASE("a terminal that is not admitted is told that it is not known, and not that the network is bad")
{
    AHall hall(1);
    REQUIRE(hall.centre.centre->revoke("Jambes"));
    CHECK(fails_as(hall.sync(), Errc::forged));
    check_untouched(hall);
}

TEST_CASE("a closed port leaves the journal as it was, and the next round with a server sends all")
{
    AHall hall(1);
    const auto records = wire::write_batch(hall.records());
    const DeadPort nobody(DeadPort::As::refusing);
    CHECK(fails_as(hall.sync_at(nobody.port()), Errc::unavailable));
    check_untouched(hall);
    CHECK(wire::write_batch(hall.records()) == records);
    REQUIRE(hall.sync());
    CHECK(hall.journal.acknowledged() == 2);
}

TEST_CASE("a server is found under a name, whichever of its addresses answers (needs a machine that knows localhost)")
{
    addrinfo* known = nullptr;
    if (::getaddrinfo("localhost", nullptr, nullptr, &known) != 0) {
        WARN("this machine has no address for localhost");
        return;
    }
    ::freeaddrinfo(known);
    AHall hall(0);  // "localhost" is often ::1 first, where nobody listens
    auto client = sync::Client::connect({"localhost", hall.centre.port, hall.tls_key().public_key()}, hall.journal.device());
    REQUIRE(client);
    CHECK(client->get_head());
}
