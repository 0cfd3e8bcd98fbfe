// An acknowledgement counts when the centre's own key signed it for this chain, and never otherwise.

#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"
#include "tests/terminal/sync/raw_server.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

constexpr std::uint64_t kAcknowledged = 2;  // of the four records, before anything goes wrong

/// The receipt that would be right for all four records, to be spoiled.
wire::Receipt a_right_receipt(const AHall& hall)
{
    const auto head = hall.journal.head();
    const auto& package = hall.centre.package();
    return {package.id,
            hall.journal.device().id(),
            head.next,
            head.last,
            log::sign_checkpoint({4, {}}, package.id, hall.centre.centre->keys().log),
            false,
            head.next,
            {}};
}

std::string signed_by_centre(const AHall& hall, const wire::Receipt& receipt)
{
    return wire::sign_receipt(receipt, hall.centre.centre->keys().receipts);
}

struct Wrong {
    const char* what;
    std::function<std::string(AHall&)> receipt;
    Errc error;
};

const std::vector<Wrong> kWrong{
    {"signed by another key", [](AHall& hall) { return wire::sign_receipt(a_right_receipt(hall), crypto::Signer::generate(hall.centre.random)); },
     Errc::forged},
    {"signed by the server's TLS key", [](AHall& hall) { return wire::sign_receipt(a_right_receipt(hall), hall.tls_key()); }, Errc::forged},
    {"signed by the terminal itself", [](AHall& hall) { return wire::sign_receipt(a_right_receipt(hall), hall.journal.device()); }, Errc::forged},
    {"altered after it was signed",
     [](AHall& hall) {
         std::string jws = signed_by_centre(hall, a_right_receipt(hall));
         const auto payload = jws.find('.') + 20;
         jws[payload] = jws[payload] == 'A' ? 'B' : 'A';
         return jws;
     },
     Errc::forged},
    {"for another terminal",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.terminal = crypto::Signer::generate(hall.centre.random).id();
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"for another election",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.election[0] ^= 1;
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"of the right number with another hash",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.last[31] ^= 1;
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"of a lower number with another hash",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.next = 1;
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"of number zero with a hash",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.next = 0;
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"of records that were never made",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         ++receipt.next;
         return signed_by_centre(hall, receipt);
     },
     Errc::conflict},
    {"with a checkpoint that another log signed",
     [](AHall& hall) {
         auto receipt = a_right_receipt(hall);
         receipt.checkpoint = log::sign_checkpoint({4, {}}, hall.centre.package().id, crypto::Signer::generate(hall.centre.random));
         return signed_by_centre(hall, receipt);
     },
     Errc::forged},
    {"which is the package instead", [](AHall& hall) { return hall.centre.centre->package(); }, Errc::refused},
    {"which is empty", [](AHall&) { return std::string(); }, Errc::malformed},
    {"which is none", [](AHall&) { return std::string("received, with thanks"); }, Errc::malformed},
};

/// Two records acknowledged, two more cast.
void prepare(AHall& hall)
{
    REQUIRE(hall.sync());
    hall.vote(11);
    hall.vote(12);
    REQUIRE(hall.journal.acknowledged() == kAcknowledged);
}

}  // namespace

TEST_CASE("a wrong acknowledgement is refused wherever it comes, and nothing is marked as acknowledged")
{
    AHall hall(1);
    prepare(hall);
    const auto records = wire::write_batch(hall.records());
    for (const Wrong& wrong : kWrong)
        for (const bool at_once : {true, false}) {  // as answer to the first question, or to the records
            INFO("a receipt " << wrong.what << (at_once ? ", at once" : ", after the records"));
            const std::string spoiled = wrong.receipt(hall);
            RawServer server(hall.tls_key(), [&](Peer& peer) {
                while (const auto request = peer.request()) {
                    const bool lies = request->posts() || at_once;
                    peer.send(http_answer(lies ? spoiled : hall.head_receipt()));
                }
            });
            const auto outcome = hall.sync_at(server.port());
            CHECK_FALSE(outcome);
            if (!outcome) CHECK(static_cast<int>(outcome.error().code) == static_cast<int>(wrong.error));
            CHECK(hall.posted.size() == (at_once ? 0 : 1));
            CHECK(hall.journal.acknowledged() == kAcknowledged);
        }
    hall.restart_terminal();
    CHECK(hall.journal.acknowledged() == kAcknowledged);
    CHECK(wire::write_batch(hall.records()) == records);
    REQUIRE(hall.sync());  // and the right server still gets all
    CHECK(hall.at_centre().records == 4);
    CHECK(hall.journal.acknowledged() == 4);
}

TEST_CASE("an old receipt played back acknowledges nothing anew, and takes nothing back")
{
    AHall hall(1);
    const std::string old = hall.head_receipt();
    prepare(hall);
    RawServer server(hall.tls_key(), [&](Peer& peer) {
        while (peer.request()) peer.send(http_answer(old));
    });
    CHECK_FALSE(hall.sync_at(server.port()));
    CHECK(hall.journal.acknowledged() == kAcknowledged);
}

TEST_CASE("a fork that the server signed is told, whether anything waits or not, and takes nothing back")
{
    AHall hall(1);
    REQUIRE(hall.sync());
    const auto round_is_told = [&] {
        RawServer server(hall.tls_key(), [&](Peer& peer) {
            auto receipt = wire::open_receipt(hall.head_receipt(), hall.centre.package().keys.receipts).value();
            receipt.forked = true;
            while (peer.request()) peer.send(http_answer(signed_by_centre(hall, receipt)));
        });
        const auto outcome = hall.sync_at(server.port());
        REQUIRE(outcome);
        CHECK(outcome->forked);
        CHECK(outcome->sent == 0);
        CHECK(hall.journal.acknowledged() == kAcknowledged);
    };
    round_is_told();
    CHECK(hall.posted.empty());
    hall.vote(11);
    round_is_told();
    CHECK(hall.posted.size() == 1);
}
