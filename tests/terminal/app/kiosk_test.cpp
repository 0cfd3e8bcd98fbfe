// The booth's wishes carried out on a real journal.

#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/app/set_clock.hpp"

#include "terminal/app/kiosk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using booth::Screen;
using namespace std::chrono_literals;

namespace {

/// 30 July 1985, a number that holds (97 - 850730033 mod 97 = 28).
constexpr std::string_view kNumber = "85073003328";
/// 30 July 2020: too young at kNoon, in January 2027.
constexpr std::string_view kChild = "20073000182";

struct ABooth {
    ACentre centre;
    TemporaryFolder folder;
    journal::Journal journal;
    SetClock clock;
    app::Kiosk kiosk;

    ABooth() : journal(an_open_journal(centre, folder.path())), kiosk(journal, clock, centre.random) {}

    void take(const booth::Intent& wish)
    {
        clock.running += 1s;
        kiosk.take(wish);
    }
    Screen screen() const { return kiosk.state().screen; }
    void identify(std::string_view number)
    {
        take(booth::Touch{});
        take(booth::Go{});
        for (const char key : number) take(booth::Type{std::string(1, key)});
        take(booth::Go{});
    }
    /// As far as the screen where the sealed vote is cast.
    void choose_and_seal(std::string_view number)
    {
        identify(number);
        take(booth::Go{});  // how it works
        take(booth::Toggle{0});
        for (int screens = 0; screens < 2; ++screens) take(booth::Go{});  // review, seal
    }
    void vote(std::string_view number)
    {
        choose_and_seal(number);
        take(booth::Go{});
    }
};

}  // namespace

TEST_CASE("a vote is in the journal when its receipt is shown, and its voter is then calmly refused")
{
    ABooth booth;
    booth.vote(kNumber);
    REQUIRE(booth.screen() == Screen::receipt);
    CHECK(booth.journal.ballots() == 1);
    CHECK(booth.kiosk.state().session.tracker.size() == 19);
    CHECK(booth.kiosk.state().session.chosen.empty());
    CHECK(booth.kiosk.state().session.typed.empty());

    booth.take(booth::Go{});
    booth.identify(kNumber);
    CHECK(booth.screen() == Screen::refused);
    CHECK(booth.kiosk.state().refusal == booth::Refusal::voted_here);
    CHECK(booth.journal.ballots() == 1);
}

TEST_CASE("who types a wrong number or is too young is told so before any choice")
{
    ABooth booth;
    SECTION("a wrong check digit")
    {
        booth.identify("85073003329");
        CHECK(booth.screen() == Screen::refused);
        CHECK(booth.kiosk.state().refusal == booth::Refusal::number_wrong);
    }
    SECTION("a child")
    {
        booth.identify(kChild);
        CHECK(booth.screen() == Screen::refused);
        CHECK(booth.kiosk.state().refusal == booth::Refusal::too_young);
    }
    CHECK(booth.journal.ballots() == 0);
}

TEST_CASE("a closed poll is said before any choice")
{
    ABooth booth;
    REQUIRE(booth.journal.close_poll(kNoon));
    booth.identify(kNumber);
    CHECK(booth.screen() == Screen::refused);
    CHECK(booth.kiosk.state().refusal == booth::Refusal::poll_closed);
}

TEST_CASE("a clock that jumps back to 1970 while somebody votes costs neither the session nor the vote")
{
    ABooth booth;
    booth.identify(kNumber);
    booth.clock.wall = std::chrono::sys_seconds{};
    booth.take(booth::Tick{});
    CHECK_FALSE(booth.kiosk.state().warned);
    booth.take(booth::Go{});
    booth.take(booth::Toggle{0});
    for (int screens = 0; screens < 3; ++screens) booth.take(booth::Go{});
    CHECK(booth.screen() == Screen::receipt);
    CHECK(booth.journal.ballots() == 1);
}

TEST_CASE(
    "a full disk takes the booth out of service before a voter starts, and tells who is voting that nothing was cast "
    "(needs root to mount a small disk)")
{
    const TemporaryFolder mount_point;
    const ASmallDisk disk(mount_point.path(), "64m");
    if (!disk) return;
    ACentre centre;
    auto journal = an_open_journal(centre, mount_point.path());
    SetClock clock;
    app::Kiosk kiosk(journal, clock, centre.random);
    const auto take = [&](const booth::Intent& wish) {
        clock.running += 1s;
        kiosk.take(wish);
    };
    take(booth::Touch{});
    take(booth::Go{});
    for (const char key : kNumber) take(booth::Type{std::string(1, key)});
    take(booth::Go{});
    take(booth::Go{});
    take(booth::Toggle{0});
    take(booth::Go{});
    take(booth::Go{});
    REQUIRE(kiosk.state().screen == Screen::confirm);
    disk.fill();
    take(booth::Go{});
    CHECK(kiosk.state().screen == Screen::refused);
    CHECK(kiosk.state().refusal == booth::Refusal::not_cast);
    CHECK(journal.ballots() == 0);

    app::Kiosk next(journal, clock, centre.random);
    CHECK(next.state().screen == Screen::out_of_service);
}
