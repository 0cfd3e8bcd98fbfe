// A journal and a real server, and what can go wrong between them.

#include "tests/support/a_running_centre.hpp"

#include "shared/base/file.hpp"
#include "terminal/app/sync_command.hpp"
#include "terminal/sync/client.hpp"
#include "terminal/sync/usb.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// The server's two calls as they are, or bent on the way.
struct Bent final : sync::Link {
    explicit Bent(sync::Link& link) : straight(link) {}
    sync::Link& straight;
    std::function<Result<std::string>(Result<std::string>)> head = [](Result<std::string> answer) { return answer; };
    std::function<Result<std::string>(Result<std::string>)> records = head;
    int posts{0};

    Result<std::string> get_head() override { return head(straight.get_head()); }
    Result<std::string> post_records(const std::string& batch) override
    {
        ++posts;
        return records(straight.post_records(batch));
    }
};

struct Hall {
    ARunningCentre centre;
    TemporaryFolder place;
    journal::Journal journal{centre.a_journal(place.path())};
    app::JournalSource source{journal};

    explicit Hall(int ballots)
    {
        for (int voter = 0; voter < ballots; ++voter) centre.vote(journal, voter);
    }
    const crypto::PublicKey& receipts() const { return journal.package().keys.receipts; }
    Result<sync::Client> connect(const crypto::PublicKey& pinned) { return sync::Client::connect({"127.0.0.1", centre.port, pinned}, journal.device()); }
    sync::Client connect() { return connect(centre.centre->keys().tls.public_key()).value(); }
    Result<sync::Outcome> sync_straight()
    {
        auto client = connect();
        return sync::sync_once(source, client, receipts());
    }
};

}  // namespace

TEST_CASE("everything that waits is sent and acknowledged, and a second round sends nothing")
{
    Hall hall(5);
    CHECK(hall.sync_straight()->sent == 6);  // with the opening of the poll
    CHECK(hall.journal.acknowledged() == 6);
    CHECK(hall.centre.report().accepted == 5);
    CHECK(hall.sync_straight()->sent == 0);
    CHECK(hall.centre.report().accepted == 5);
}

TEST_CASE("an answer lost after the server has stored the batch is made good in the next round, without doubles")
{
    Hall hall(3);
    auto client = hall.connect();
    Bent bent(client);
    bent.records = [](const Result<std::string>&) { return fail(Errc::unavailable, "the connection to the server broke"); };
    CHECK(sync::sync_once(hall.source, bent, hall.receipts()).error().code == Errc::unavailable);
    CHECK(hall.journal.acknowledged() == 0);
    CHECK(hall.centre.report().accepted == 3);

    CHECK(hall.sync_straight()->sent == 0);  // the server's head says that it has them
    CHECK(hall.journal.acknowledged() == 4);
    CHECK(hall.centre.report().accepted == 3);
    CHECK(hall.centre.report().duplicates == 0);
}

TEST_CASE("no record counts as delivered by an answer that is not this server's signed word on this chain")
{
    Hall hall(3);
    auto client = hall.connect();
    Bent bent(client);
    const auto forged = crypto::Signer::generate(hall.centre.random);
    const auto tell = [&](wire::Receipt receipt, const crypto::Signer& signer) {
        bent.head = [text = wire::sign_receipt(receipt, signer)](const Result<std::string>&) { return text; };
    };
    const auto& keys = hall.centre.centre->keys();
    wire::Receipt receipt = wire::open_receipt(client.get_head().value(), hall.receipts()).value();
    const auto head = hall.journal.head();
    receipt.next = head.next;
    receipt.last = head.last;
    SECTION("signed by somebody else") { tell(receipt, forged); }
    SECTION("of another terminal")
    {
        receipt.terminal = crypto::key_id(forged.public_key());
        tell(receipt, keys.receipts);
    }
    SECTION("of another election")
    {
        receipt.election = crypto::Digest{1};
        tell(receipt, keys.receipts);
    }
    SECTION("of another chain's end")
    {
        receipt.last = crypto::Digest{1};
        tell(receipt, keys.receipts);
    }
    SECTION("of more than there is")
    {
        receipt.next = head.next + 1;
        tell(receipt, keys.receipts);
    }
    SECTION("of no receipt at all") { bent.head = [](const Result<std::string>&) { return std::string("thank you"); }; }
    CHECK_FALSE(sync::sync_once(hall.source, bent, hall.receipts()));
    CHECK(bent.posts == 0);
    CHECK(hall.journal.acknowledged() == 0);
    CHECK(hall.journal.records_from(0, 100)->size() == head.next);
}

TEST_CASE("a server that is not the pinned one gets no byte of a ballot")
{
    Hall hall(1);
    const auto other = crypto::Signer::generate(hall.centre.random);
    const auto client = hall.connect(other.public_key());
    REQUIRE_FALSE(client);
    CHECK(client.error().code == Errc::forged);
    CHECK(hall.centre.report().accepted == 0);
}

TEST_CASE("a terminal that was revoked is not let in, and keeps its ballots")
{
    Hall hall(1);
    REQUIRE(hall.centre.centre->revoke("Jambes"));
    auto client = hall.connect(hall.centre.centre->keys().tls.public_key());
    // In TLS 1.3 a refusal may come only with the first answer.
    if (client) CHECK_FALSE(client->get_head());
    CHECK(hall.journal.records_from(0, 100)->size() == 2);
}

TEST_CASE("without a server the round ends with a sentence, and the journal is as before")
{
    Hall hall(1);
    const auto key = hall.centre.centre->keys().tls.public_key();
    hall.centre.stop();
    const auto client = hall.connect(key);
    REQUIRE_FALSE(client);
    CHECK(client.error().code == Errc::unavailable);
    CHECK_FALSE(client.error().message.empty());
    CHECK(hall.journal.acknowledged() == 0);
}

TEST_CASE("a server that was set back to an older backup is noticed and gets everything again")
{
    Hall hall(2);
    const TemporaryFolder backup;
    hall.centre.stop();
    hall.centre.centre.reset();
    std::filesystem::copy(hall.centre.path, backup / "centre", std::filesystem::copy_options::recursive);
    hall.centre.restart();
    hall.centre.start();
    CHECK(hall.sync_straight()->sent == 3);

    hall.centre.stop();
    hall.centre.centre.reset();
    std::filesystem::remove_all(hall.centre.path);
    std::filesystem::copy(backup / "centre", hall.centre.path, std::filesystem::copy_options::recursive);
    hall.centre.restart();
    hall.centre.start();
    CHECK(hall.centre.report().accepted == 0);
    const auto outcome = hall.sync_straight();
    REQUIRE(outcome);
    CHECK(outcome->lost == 3);
    CHECK(outcome->sent == 3);
    CHECK(hall.centre.report().accepted == 2);
}

TEST_CASE("a stick carries the same records, and its receipt counts as the network's does")
{
    Hall hall(4);
    const auto file = hall.place / "stick";
    CHECK(sync::export_bundle(hall.source, hall.journal.package().id, hall.journal.device(), 0, file).value() == 5);
    const auto text = read_file(file, 1 << 20).value();
    const auto imported = hall.centre.centre->import_bundle(text, nobody_watches);
    REQUIRE(imported);
    CHECK(imported->fresh == 5);
    CHECK(hall.centre.centre->import_bundle(text, nobody_watches)->fresh == 0);
    CHECK(hall.centre.report().accepted == 4);

    REQUIRE(write_file(hall.place / "receipt", imported->receipt + "\n"));
    CHECK(sync::import_receipt(hall.source, hall.place / "receipt"));
    CHECK(hall.journal.acknowledged() == 5);
    CHECK(hall.sync_straight()->sent == 0);
}

TEST_CASE("a stick that is not there is named, and leaves nothing half written")
{
    Hall hall(1);
    const auto file = hall.place / "no-such-stick" / "bundle";
    const auto exported = sync::export_bundle(hall.source, hall.journal.package().id, hall.journal.device(), 0, file);
    REQUIRE_FALSE(exported);
    CHECK(exported.error().text().find("no-such-stick") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(file.parent_path()));
}
