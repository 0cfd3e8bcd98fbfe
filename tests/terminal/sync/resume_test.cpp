// Uploads that break off: at any point, and without the terminal knowing how far the server came.

#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"
#include "tests/terminal/sync/raw_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// How the second batch of an upload goes wrong.
struct Breakage {
    const char* what;
    bool stored;  // whether the batch was taken nevertheless
    std::function<void(Peer&, const std::string& receipt)> answer;
    Errc error;
};

const std::vector<Breakage> kBreakages{
    {"closes", false, [](Peer&, const std::string&) {}, Errc::unavailable},
    {"resets", false, [](Peer& peer, const std::string&) { peer.cut(); }, Errc::unavailable},
    {"stores and closes", true, [](Peer&, const std::string&) {}, Errc::unavailable},
    {"stores and resets", true, [](Peer& peer, const std::string&) { peer.cut(); }, Errc::unavailable},
    {"stores, half a header", true, [](Peer& peer, const std::string&) { peer.send("HTTP/1.1 200 OK\r\nContent-Le"); }, Errc::unavailable},
    {"stores, half a receipt", true,
     [](Peer& peer, const std::string& receipt) {
         const std::string whole = http_answer(receipt);
         peer.send(whole.substr(0, whole.size() - receipt.size() / 2));
     },
     Errc::unavailable},
    {"stores, half a receipt as if it were whole", true,
     [](Peer& peer, const std::string& receipt) { peer.send(http_answer(receipt.substr(0, receipt.size() / 2))); }, Errc::malformed},
    {"stores, says it is busy", true, [](Peer& peer, const std::string&) { peer.send(http_answer(R"({"error":"come later"})", 503)); }, Errc::unavailable},
};

/// Serves the centre, until the second batch.
RawServer::Script breaking(AHall& hall, const Breakage& breakage)
{
    return [&hall, &breakage](Peer& peer) {
        for (int batches = 0;;) {
            const auto request = peer.request();
            if (!request) return;
            if (!request->posts()) {
                peer.send(http_answer(hall.head_receipt()));
                continue;
            }
            const bool breaks = ++batches == 2;
            std::string receipt;
            if (!breaks || breakage.stored) receipt = hall.accept(request->body);
            if (breaks) return breakage.answer(peer, receipt);
            peer.send(http_answer(receipt));
        }
    };
}

}  // namespace

TEST_CASE("an upload that breaks off goes on where the server stands, and every record is there once")
{
    AHall hall(0);
    REQUIRE(hall.sync());
    int voter = 0;
    for (const Breakage& breakage : kBreakages) {
        INFO("the server " << breakage.what);
        const std::uint64_t before = hall.journal.head().next;
        for (int i = 0; i < 6; ++i) hall.vote(voter++);
        {
            RawServer server(hall.tls_key(), breaking(hall, breakage));
            CHECK(fails_as(hall.sync_at(server.port(), 2), breakage.error));
        }
        CHECK(hall.posted.size() == 2);
        CHECK(hall.journal.acknowledged() == before + 2);  // what was answered, and nothing more
        hall.restart_terminal();
        CHECK(hall.journal.acknowledged() == before + 2);

        const std::uint64_t stands = before + (breakage.stored ? 4 : 2);
        REQUIRE(hall.at_centre().records == stands);
        const auto outcome = hall.sync();
        REQUIRE(outcome);
        CHECK(outcome->sent == before + 6 - stands);
        REQUIRE(hall.posted.size() == 1);
        CHECK(hall.posted[0].front().record == hall.journal.records_from(stands, 1)->front().record);
        CHECK(hall.journal.acknowledged() == before + 6);
        CHECK(hall.at_centre().records == before + 6);
        CHECK(hall.at_centre().accepted == before + 5);  // all but the opening of the poll
        CHECK(hall.centre.checkpoint().size == before + 6);
        CHECK(hall.centre.report().refused == 0);
    }
}

TEST_CASE("a request cut in its middle leaves nothing at the server that counts as sent")
{
    AHall hall(3);
    {
        RawServer server(hall.tls_key(), [&](Peer& peer) {
            peer.request();
            peer.send(http_answer(hall.head_receipt()));
            peer.header();
            peer.cut();  // the body half read, or not at all
        });
        CHECK(fails_as(hall.sync_at(server.port()), Errc::unavailable));
    }
    CHECK(hall.journal.acknowledged() == 0);
    REQUIRE(hall.sync());
    CHECK(hall.at_centre().records == 4);
    CHECK(hall.journal.acknowledged() == 4);
}

TEST_CASE("a server that takes a part of each batch is sent the rest in the same round")
{
    AHall hall(5);
    RawServer server(hall.tls_key(), [&](Peer& peer) {
        while (const auto request = peer.request()) {
            const std::string first_line = request->body.substr(0, request->body.find('\n') + 1);
            peer.send(http_answer(request->posts() ? hall.accept(first_line) : hall.head_receipt()));
        }
    });
    const auto outcome = hall.sync_at(server.port(), 3);
    REQUIRE(outcome);
    CHECK(outcome->sent == 6);
    CHECK(hall.posted.size() == 6);
    CHECK(hall.at_centre().records == 6);
    CHECK(hall.journal.acknowledged() == 6);
}

TEST_CASE("a server that answers well and takes nothing is not asked for ever")
{
    AHall hall(2);
    RawServer server(hall.tls_key(), [&](Peer& peer) {
        while (peer.request()) peer.send(http_answer(hall.head_receipt()));
    });
    CHECK(fails_as(hall.sync_at(server.port()), Errc::refused));
    CHECK(hall.posted.size() == 1);
    CHECK(hall.journal.acknowledged() == 0);
}
