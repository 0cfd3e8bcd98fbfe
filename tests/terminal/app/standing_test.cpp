// Who is refused in the booth for what the centre knows, before any choice is made.

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

#include "terminal/app/kiosk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using booth::Refusal;
using booth::Screen;

namespace {

struct NoonClock final : Clock {
    std::chrono::sys_seconds now() const override { return std::chrono::sys_seconds{std::chrono::hours{kNoon}}; }
    std::chrono::milliseconds steady() const override { return std::chrono::milliseconds{1'000}; }
};

constexpr std::string_view kNumber = "85073003328";

struct ABoothWithRoll {
    ACentre centre{an_election().with_roll().build()};
    TemporaryFolder folder;
    journal::Journal journal{journal::Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value()};
    NoonClock clock;

    wire::ShortTag tag() const
    {
        return wire::short_tag(election::voter_tag(centre.tag_key, {election::IdentifierKind::national_number, std::string(kNumber)}));
    }
    void open(const std::vector<wire::ShortTag>& roll)
    {
        REQUIRE(journal.provision(centre.approve(journal.device().public_key())));
        REQUIRE(journal.take_roll(wire::sign_roll({centre.package.id, 1, {}, roll}, centre.authority)));
        REQUIRE(journal.open_poll(kNoon));
    }
    booth::State identify()
    {
        app::Kiosk kiosk(journal, clock, centre.random);
        kiosk.take(booth::Touch{});
        kiosk.take(booth::Go{});
        for (const char key : kNumber) kiosk.take(booth::Type{std::string(1, key)});
        kiosk.take(booth::Go{});
        return kiosk.state();
    }
};

}  // namespace

TEST_CASE("who is on the roll chooses, who is not is told where to ask")
{
    ABoothWithRoll on;
    on.open({on.tag()});
    CHECK(on.identify().screen == Screen::how);

    ABoothWithRoll off;
    off.open({wire::ShortTag{9}});
    CHECK(off.identify().screen == Screen::refused);
    CHECK(off.identify().refusal == Refusal::not_on_roll);
}

TEST_CASE("who voted elsewhere or online is told so in the booth")
{
    ABoothWithRoll booth;
    booth.open({booth.tag()});
    REQUIRE(booth.journal.voters().take(wire::VotedPage{{}, false, {booth.tag()}, {}}));
    CHECK(booth.identify().refusal == Refusal::voted_elsewhere);
    REQUIRE(booth.journal.voters().take(wire::VotedPage{wire::Cursor{1}, false, {}, {booth.tag()}}));
    CHECK(booth.identify().refusal == Refusal::voted_online);
    CHECK(booth.identify().screen == Screen::refused);
}
