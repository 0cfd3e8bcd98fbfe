// The real thing: libpcsclite, pcscd, and cards in a virtual reader.

#include "tests/support/catch.hpp"

#include <condition_variable>
#include <mutex>

#include "shared/crypto/sodium.hpp"
#include "terminal/card/card_reader.hpp"
#include "tests/terminal/card/a_virtual_reader.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;
using namespace card;

namespace {

struct SetClock final : Clock {
    std::chrono::sys_seconds now() const override { return std::chrono::sys_days(std::chrono::year(2026) / 11 / 23); }
    std::chrono::milliseconds steady() const override { return 0ms; }
};

/// A card reader whose events are waited for.
class Booth {
public:
    /// The next event; fails the test when it is another one.
    template <class Expected>
    Expected next()
    {
        auto event = wait();
        INFO("event " << event.index());
        REQUIRE(std::holds_alternative<Expected>(event));
        return std::get<Expected>(std::move(event));
    }
    /// A service that is still starting may be missed first.
    void await_reader()
    {
        while (!std::holds_alternative<ReaderBack>(wait())) continue;
    }

private:
    Event wait()
    {
        for (;;) {
            if (auto event = reader_.poll()) return *std::move(event);
            std::unique_lock lock(mutex_);
            // Not a measure of speed: only that a failure ends.
            REQUIRE(woken_.wait_for(lock, 60s, [this] { return std::exchange(wakes_, 0) > 0; }));
        }
    }

    SetClock clock_;
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_{0};
    CardReader reader_{clock_, [this] {
                           const std::lock_guard lock(mutex_);
                           ++wakes_;
                           woken_.notify_all();
                       }};
};

/// Says why a test does not run here.
bool can_run()
{
    REQUIRE(crypto::start());
    if (AReaderService::can_run()) return true;
    WARN("pcscd cannot run here: it is not installed, or this machine allows no mount namespace");
    return false;
}

}  // namespace

TEST_CASE("without a service or a reader the booth is told so and goes on, and finds what comes later")
{
    if (!can_run()) return;
    Booth booth;
    CHECK(booth.next<ReaderGone>().why == Missing::service);
    {
        AReaderService service(AReaderService::Reader::none);
        service.start();
        CHECK(booth.next<ReaderGone>().why == Missing::reader);
    }
    CHECK(booth.next<ReaderGone>().why == Missing::service);
    AReaderService service;
    service.start();
    booth.next<ReaderBack>();
    const InsertedCard card(service.slot(0), an_identity_card());
    booth.next<CardInserted>();
}

TEST_CASE("an identity card put in says who votes, and its going is told; so for the next")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth booth;
    booth.await_reader();
    for (const auto& number : {kNumber, kOtherNumber}) {
        {
            const InsertedCard card(service.slot(0), an_identity_card(an_identity_file(number)));
            const auto voter = booth.next<CardInserted>().voter;
            CHECK(voter.kind() == election::IdentifierKind::national_number);
            CHECK(voter.canonical() == number);
        }
        booth.next<CardRemoved>();
    }
}

TEST_CASE("a card that is in the reader before the booth opens is read")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth earlier;
    earlier.await_reader();
    const InsertedCard card(service.slot(0), an_identity_card());
    earlier.next<CardInserted>();

    Booth booth;
    booth.await_reader();
    CHECK(booth.next<CardInserted>().voter.canonical() == kNumber);
}

TEST_CASE("a card that cannot be read says why, and its going is told")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth booth;
    booth.await_reader();
    const auto [card, atr, why] = GENERATE(table<Card, Bytes, Unreadable>({
        {[](ByteSpan) {
             return Bytes{0x6A, 0x82};
         },
         {0x3B, 0x00},
         Unreadable::foreign},
        {an_identity_card(an_identity_file("85073003329")), {0x3B, 0x00}, Unreadable::faulty},
        {an_identity_card(), {0x00}, Unreadable::silent},
    }));
    {
        const InsertedCard inserted(service.slot(0), card, atr);
        CHECK(booth.next<CardUnreadable>().why == why);
    }
    booth.next<CardRemoved>();
}

TEST_CASE("a card pulled out in the middle of being read is told, and the next one is read")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth booth;
    booth.await_reader();
    {
        int commands = 0;
        const Card card = an_identity_card(an_identity_file() + field(40, std::string(300, 'x')));
        const InsertedCard pulled(service.slot(0), [&](ByteSpan command) { return ++commands == 3 ? std::nullopt : card(command); });
        CHECK(booth.next<CardUnreadable>().why == Unreadable::interrupted);
        CHECK(commands == 3);
        booth.next<CardRemoved>();
    }
    const InsertedCard card(service.slot(0), an_identity_card());
    booth.next<CardInserted>();
}

TEST_CASE("a second reader's card waits until the first is out")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth booth;
    booth.await_reader();
    auto first = std::make_unique<InsertedCard>(service.slot(0), an_identity_card());
    booth.next<CardInserted>();
    const InsertedCard second(service.slot(1), an_identity_card(an_identity_file(kOtherNumber)));
    first.reset();
    booth.next<CardRemoved>();
    CHECK(booth.next<CardInserted>().voter.canonical() == kOtherNumber);
}

TEST_CASE("a service that is killed takes card and reader with it; when it is back, the card is read again")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    Booth booth;
    booth.await_reader();
    {
        const InsertedCard card(service.slot(0), an_identity_card());
        booth.next<CardInserted>();
        service.end(SIGKILL);
        booth.next<CardRemoved>();
        CHECK(booth.next<ReaderGone>().why == Missing::service);
    }
    service.start();
    booth.await_reader();
    const InsertedCard card(service.slot(0), an_identity_card());
    booth.next<CardInserted>();
}

TEST_CASE("a service that hangs does not keep the booth from closing")
{
    if (!can_run()) return;
    AReaderService service;
    service.start();
    {
        Booth booth;
        booth.await_reader();
        service.freeze();
    }
    service.end(SIGKILL);
}
