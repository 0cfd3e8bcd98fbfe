// Answers of the right server that are no answers: each is bounded, refused in words, and ends the connection.

#include "terminal/sync/client.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/terminal/sync/raw_server.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

crypto::Signer a_key()
{
    SeededRandom random(4);
    return crypto::Signer::generate(random);
}

sync::Client client_of(const RawServer& server, const sync::Deadlines& deadlines = {})
{
    const auto key = a_key();
    return sync::Client::connect({"127.0.0.1", server.port(), key.public_key()}, key, deadlines).value();
}

/// What the terminal makes of a server that takes its first request and then does as scripted.
Result<std::string> asked(const RawServer::Script& answer, const sync::Deadlines& deadlines = {})
{
    RawServer server(a_key(), [&](Peer& peer) {
        if (peer.request()) answer(peer);
    });
    auto client = client_of(server, deadlines);
    auto body = client.get_head();
    if (!body) CHECK(fails_as(client.get_head(), Errc::unavailable));  // nothing more over that connection
    return body;
}

sync::Deadlines soon()
{
    sync::Deadlines deadlines;
    deadlines.exchange = 100ms;
    return deadlines;
}

}  // namespace

TEST_CASE("a good answer is taken in whatever pieces it comes, and the connection serves the next request")
{
    RawServer server(a_key(), [](Peer& peer) {
        while (const auto request = peer.request())
            for (const char c : http_answer("as you said: " + request->body)) peer.send(std::string_view(&c, 1));
    });
    auto client = client_of(server);
    CHECK(client.get_head().value() == "as you said: ");
    CHECK(client.post_records("one\n").value() == "as you said: one\n");
    CHECK(client.post_records("two\n").value() == "as you said: two\n");
    CHECK(server.admitted() == 1);
}

TEST_CASE("a header without end is read for eight kilobytes and no further")
{
    const auto answer = asked([](Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\n");
        while (peer.send("X-More: and more\r\n")) {}
    });
    REQUIRE(fails_as(answer, Errc::malformed));
    CHECK(answer.error().message.find("header is too long") != std::string::npos);
}

TEST_CASE("an answer that announces more than a receipt can be is refused before it comes")
{
    const auto answer = asked([](Peer& peer) {
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n");
        peer.request();  // until the terminal goes
    });
    CHECK(fails_as(answer, Errc::refused));
}

TEST_CASE("an answer as large as a receipt may be is taken")
{
    const std::string body(wire::kMaxReceiptBytes, 'r');
    const auto answer = asked([&](Peer& peer) { peer.send(http_answer(body)); });
    REQUIRE(answer);
    CHECK(*answer == body);
}

TEST_CASE("bytes that are no HTTP are refused")
{
    SeededRandom random(5);
    const auto noise = random.bytes<10'000>();
    CHECK(fails_as(asked([&](Peer& peer) { peer.send(std::string(noise.begin(), noise.end())); }), Errc::malformed));
    CHECK(fails_as(asked([](Peer& peer) { peer.send("SSH-2.0-OpenSSH_9.2\r\n\r\n"); }), Errc::malformed));
    CHECK(fails_as(asked([](Peer& peer) { peer.send(http_answer("x") + "HTTP/1.1 200 OK\r\n"); }), Errc::malformed));
}

TEST_CASE("a server that goes without a word, or in the middle of one, is no server for now")
{
    CHECK(fails_as(asked([](Peer&) {}), Errc::unavailable));
    CHECK(fails_as(asked([](Peer& peer) { peer.cut(); }), Errc::unavailable));
    CHECK(fails_as(asked([](Peer& peer) { peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"); }), Errc::unavailable));
}

TEST_CASE("a server that never answers is given up at the deadline")
{
    const auto answer = asked([](Peer& peer) { peer.request(); }, soon());
    REQUIRE(fails_as(answer, Errc::unavailable));
    CHECK(answer.error().message == "the server does not answer in time");
}

TEST_CASE("a server that keeps an answer dripping is given up at the deadline of the whole")
{
    const auto answer = asked(
        [](Peer& peer) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n");
            while (peer.send("x")) {}
        },
        soon());
    REQUIRE(fails_as(answer, Errc::unavailable));
    CHECK(answer.error().message == "the server does not answer in time");
}

TEST_CASE("a server that does not read what it is sent is given up at the deadline")
{
    RawServer server(a_key(), [](Peer& peer) { peer.fall_silent(); });
    auto client = client_of(server, soon());
    CHECK(fails_as(client.post_records(std::string(32 * 1024 * 1024, 'x')), Errc::unavailable));
}

TEST_CASE("a terminal that closes does not wait for a server")
{
    std::stop_source closing;
    sync::Deadlines deadlines;
    deadlines.exchange = 1h;
    deadlines.stop = closing.get_token();
    const auto answer = asked(
        [&](Peer& peer) {
            closing.request_stop();  // while the terminal waits for the answer
            peer.request();
        },
        deadlines);
    REQUIRE(fails_as(answer, Errc::unavailable));
    CHECK(answer.error().message == "the terminal is closing");
}

TEST_CASE("a server gone between two requests ends the next one in words, and not the program")
{
    const auto connected = [] {
        const RawServer server(a_key(), [](Peer&) {});
        return client_of(server);
    };
    auto client = connected();  // and the server is no more
    CHECK(fails_as(client.post_records(std::string(32 * 1024 * 1024, 'x')), Errc::unavailable));
}

TEST_CASE("what the server says of a request that it refuses is what the terminal says, and ends the round")
{
    RawServer server(a_key(), [](Peer& peer) {
        peer.request();
        peer.send(http_answer(R"({"error":"this terminal was revoked"})", 403));
        while (peer.request()) peer.send(http_answer("and now it is not"));
    });
    auto client = client_of(server);
    const auto answer = client.get_head();
    REQUIRE(fails_as(answer, Errc::forged));
    CHECK(answer.error().message == "this terminal was revoked");
    CHECK(fails_as(client.get_head(), Errc::unavailable));
}
