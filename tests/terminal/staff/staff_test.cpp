#include "tests/support/catch.hpp"

#include "terminal/staff/step.hpp"

using namespace isoloir::staff;
using namespace std::chrono_literals;

namespace {

/// A clerk at the terminal: wishes in, effects noted.
struct AClerk {
    Milliseconds now{1'000};
    State state{at_the_door("fr", {{"Anne", 0, {}}, {"Bart", 0, {}}}, false, now)};
    Effect effect{Effect::none};

    AClerk& take(const Intent& intent)
    {
        auto stepped = step(std::move(state), intent, now);
        state = std::move(stepped.state);
        effect = stepped.effect;
        return *this;
    }
    AClerk& type(std::string_view digits)
    {
        for (const char digit : digits) take(Wish{Type{std::string(1, digit)}});
        return *this;
    }
    AClerk& wait(Milliseconds time)
    {
        now += time;
        return take(Answer{Tick{}});
    }
    AClerk& unlock(Poll poll = Poll::not_opened, std::uint64_t waiting = 0, bool practice = false)
    {
        take(Wish{ChooseMember{0}}).type("480213").take(Wish{Go{}}).take(Answer{Unlocked{"Anne"}});
        return count(poll, waiting, practice);
    }
    AClerk& count(Poll poll, std::uint64_t waiting = 0, bool practice = false)
    {
        Figures figures;
        figures.poll = poll;
        figures.ballots_waiting = figures.waiting = waiting;
        figures.practice = practice;
        return take(Answer{Counted{figures}});
    }
    Screen screen() const { return state.screen; }
};

/// Every wish that there is.
std::vector<Wish> all_wishes()
{
    std::vector<Wish> wishes{ChooseLanguage{"nl"},
                             ChooseMember{1},
                             UseToken{},
                             Type{"7"},
                             Erase{},
                             SwitchLayer{},
                             VisitSticks{},
                             VisitSticks{Way::in},
                             Go{},
                             Back{},
                             Print{},
                             ChooseStick{},
                             LookAgain{},
                             TouchCell{3},
                             Judge{true},
                             ShowPage{1},
                             ChooseNetwork{},
                             SendNow{},
                             Leave{}};
    for (int screen = 0; screen <= static_cast<int>(Screen::left); ++screen) wishes.push_back(Visit{static_cast<Screen>(screen)});
    for (const auto check : {Check::touch, Check::display, Check::sound, Check::printer}) wishes.push_back(Try{check});
    return wishes;
}

}  // namespace

TEST_CASE("before somebody unlocked it, no wish reaches anything but the door")
{
    AClerk clerk;
    for (int round = 0; round < 3; ++round)
        for (const Wish& wish : all_wishes()) {
            clerk.take(wish);
            const bool at_the_door = clerk.screen() == Screen::who || clerk.screen() == Screen::unlock || clerk.screen() == Screen::left;
            CHECK(at_the_door);
            CHECK((clerk.effect == Effect::none || clerk.effect == Effect::check_pin || clerk.effect == Effect::check_token));
        }
}

TEST_CASE("a PIN is checked from six digits on, holds twelve at most, and is wiped when it was wrong")
{
    AClerk clerk;
    clerk.take(Wish{ChooseMember{1}}).type("48021").take(Wish{Go{}});
    CHECK(clerk.effect == Effect::none);
    clerk.type("3").take(Wish{Go{}});
    CHECK(clerk.effect == Effect::check_pin);
    CHECK(clerk.state.typed.text() == "480213");
    clerk.type("12345678901").take(Answer{PinWrong{}});
    CHECK(clerk.state.typed.empty());
    CHECK(clerk.state.trouble == Trouble::pin_wrong);
    clerk.type("1234567890123456");
    CHECK(clerk.state.typed.size() == kMaxPin);
    clerk.take(Wish{Type{"x"}}).take(Wish{Erase{}});
    CHECK(clerk.state.typed.size() == kMaxPin - 1);
}

TEST_CASE("the fourth wrong PIN makes wait, each later one twice as long, an hour at most")
{
    CHECK(wait_after(3) == 0s);
    CHECK(wait_after(4) == 15s);
    CHECK(wait_after(5) == 30s);
    CHECK(wait_after(6) == 60s);
    CHECK(wait_after(12) == 1h);
    CHECK(wait_after(4'000'000'000) == 1h);

    AClerk clerk;
    clerk.take(Wish{ChooseMember{0}});
    for (int i = 0; i < 4; ++i) clerk.type("000000").take(Answer{PinWrong{}});
    CHECK(clerk.state.trouble == Trouble::locked);
    CHECK(clerk.state.time_left() == 15s);
    clerk.type("480213").take(Wish{Go{}});
    CHECK(clerk.effect == Effect::none);
    CHECK(clerk.state.typed.empty());
    clerk.wait(14'999ms).type("4");
    CHECK(clerk.state.typed.empty());
    clerk.wait(1ms).type("480213").take(Wish{Go{}});
    CHECK(clerk.effect == Effect::check_pin);
}

TEST_CASE("a wait holds for the member who earned it and not for the colleague")
{
    AClerk clerk;
    clerk.take(Wish{ChooseMember{0}});
    for (int i = 0; i < 5; ++i) clerk.take(Answer{PinWrong{}});
    clerk.take(Wish{Back{}}).take(Wish{ChooseMember{1}}).type("480213").take(Wish{Go{}});
    CHECK(clerk.effect == Effect::check_pin);
    clerk.take(Wish{Back{}}).take(Wish{ChooseMember{0}});
    CHECK(clerk.state.trouble == Trouble::locked);
}

TEST_CASE("a staff file on a stick opens even while PINs must wait")
{
    AClerk clerk;
    clerk.take(Wish{ChooseMember{0}});
    for (int i = 0; i < 9; ++i) clerk.take(Answer{PinWrong{}});
    clerk.take(Wish{UseToken{}});
    CHECK(clerk.effect == Effect::check_token);
    clerk.take(Answer{Unlocked{"Token"}});
    CHECK(clerk.screen() == Screen::today);
    CHECK(clerk.state.handle == "Token");
}

TEST_CASE("the poll opens after the zero report alone, and closes only after its own question")
{
    AClerk clerk;
    clerk.unlock().take(Wish{Visit{Screen::open_poll}});
    CHECK(clerk.screen() == Screen::open_poll);
    CHECK(clerk.effect == Effect::refresh);
    clerk.take(Wish{Go{}});
    CHECK(clerk.effect == Effect::open_poll);
    clerk.take(Answer{PollOpened{}});
    CHECK(clerk.screen() == Screen::opened);

    clerk.count(Poll::open).take(Wish{Back{}}).take(Wish{Visit{Screen::close_poll}}).take(Wish{Go{}});
    CHECK(clerk.screen() == Screen::confirm_close);
    CHECK(clerk.effect == Effect::refresh);
    clerk.take(Wish{Go{}});
    CHECK(clerk.effect == Effect::close_poll);
    clerk.take(Answer{PollClosed{}});
    CHECK(clerk.screen() == Screen::closed);
}

TEST_CASE("no wish, in any order of three, opens or closes the poll without its screen")
{
    const auto wishes = all_wishes();
    for (const Poll poll : {Poll::not_opened, Poll::open, Poll::closed}) {
        for (const Wish& first : wishes)
            for (const Wish& second : wishes) {
                AClerk clerk;
                clerk.unlock(poll).take(first).take(second);
                const Screen before = clerk.screen();
                clerk.take(Wish{Go{}});
                if (clerk.effect == Effect::open_poll) CHECK((before == Screen::open_poll && poll == Poll::not_opened));
                if (clerk.effect == Effect::close_poll) CHECK((before == Screen::confirm_close && poll == Poll::open));
            }
    }
}

TEST_CASE("two minutes without a touch end staff mode and forget who it was")
{
    AClerk clerk;
    clerk.unlock().wait(kIdleLimit - 1ms);
    CHECK(clerk.screen() == Screen::today);
    clerk.take(Wish{Visit{Screen::events}}).wait(kIdleLimit);
    CHECK(clerk.screen() == Screen::left);
    CHECK(clerk.state.handle.empty());
    CHECK(clerk.state.members.empty());
    clerk.take(Wish{Go{}}).take(Answer{Unlocked{"Anne"}});
    CHECK(clerk.screen() == Screen::left);
}

TEST_CASE("who walks away from votes that wait is stopped once, with a sound, and may still go")
{
    AClerk clerk;
    clerk.unlock(Poll::closed, 28).take(Wish{Leave{}});
    CHECK(clerk.screen() == Screen::left_behind);
    CHECK(clerk.effect == Effect::play_tone);
    clerk.take(Wish{VisitSticks{}});
    CHECK(clerk.screen() == Screen::sticks);
    clerk.take(Wish{Back{}}).take(Wish{Leave{}}).take(Wish{Leave{}});
    CHECK(clerk.screen() == Screen::left);

    AClerk done;
    done.unlock(Poll::closed, 0).take(Wish{Leave{}});
    CHECK(done.screen() == Screen::left);
}

TEST_CASE("writing to a stick begins after the screen has said so, and nothing is touched meanwhile")
{
    AClerk clerk;
    clerk.unlock(Poll::closed).take(Wish{VisitSticks{}}).take(Answer{SticksFound{{{"A", "/a", 1}}}});
    clerk.take(Wish{ChooseStick{1}});
    CHECK(clerk.screen() == Screen::sticks);
    clerk.take(Wish{ChooseStick{0}});
    CHECK(clerk.screen() == Screen::transfer);
    CHECK(clerk.effect == Effect::none);
    clerk.take(Wish{Back{}});
    CHECK(clerk.screen() == Screen::transfer);
    clerk.wait(500ms);
    CHECK(clerk.effect == Effect::bring_out);
    SECTION("done")
    {
        clerk.take(Answer{Exported{7}});
        CHECK(clerk.state.progress == Progress::done);
        CHECK(clerk.state.exported == 7);
        clerk.take(Wish{Go{}});
        CHECK(clerk.screen() == Screen::today);
    }
    SECTION("failed: said, and it can be done again")
    {
        clerk.take(Answer{Failed{Trouble::stick_full}});
        CHECK(clerk.state.progress == Progress::failed);
        CHECK(clerk.state.trouble == Trouble::stick_full);
        clerk.take(Wish{Go{}});
        CHECK(clerk.screen() == Screen::sticks);
        CHECK(clerk.effect == Effect::find_sticks);
    }
}

TEST_CASE("a cleaning screen takes no touch for a minute, then comes back by itself")
{
    AClerk clerk;
    clerk.unlock().take(Wish{Visit{Screen::clean}}).take(Wish{Go{}});
    CHECK(clerk.screen() == Screen::cleaning);
    CHECK(clerk.effect == Effect::note_cleaning);
    clerk.wait(30s);
    for (const Wish& wish : all_wishes()) clerk.take(wish);
    CHECK(clerk.screen() == Screen::cleaning);
    CHECK(clerk.state.time_left() == 30s);
    clerk.wait(30s);
    CHECK(clerk.screen() == Screen::today);
}

TEST_CASE("the touch test is passed with every cell touched, and failed by a cell that nobody can touch")
{
    AClerk clerk;
    clerk.unlock().take(Wish{Visit{Screen::checks}});
    CHECK(clerk.effect == Effect::note_checks);
    clerk.take(Wish{Try{Check::touch}});
    for (std::size_t cell = 0; cell + 1 < kCells; ++cell) clerk.take(Wish{TouchCell{cell}});
    CHECK(clerk.screen() == Screen::touch_test);
    SECTION("all")
    {
        clerk.take(Wish{TouchCell{kCells - 1}});
        CHECK(clerk.screen() == Screen::checks);
        CHECK(clerk.state.verdict(Check::touch) == Verdict::good);
    }
    SECTION("all but one")
    {
        clerk.wait(kTouchTestLimit);
        CHECK(clerk.screen() == Screen::checks);
        CHECK(clerk.state.verdict(Check::touch) == Verdict::bad);
    }
}

TEST_CASE("practice begins only while no resident may vote, and then leaves little to do but to end it")
{
    AClerk open;
    open.unlock(Poll::open).take(Wish{Visit{Screen::practice}}).take(Wish{Go{}});
    CHECK(open.effect == Effect::none);
    CHECK(open.state.trouble == Trouble::poll_open);

    AClerk before;
    before.unlock(Poll::not_opened).take(Wish{Visit{Screen::practice}}).take(Wish{Go{}});
    CHECK(before.effect == Effect::begin_practice);
    before.take(Answer{Ended{}});
    CHECK(before.screen() == Screen::left);

    for (const Wish& wish : all_wishes()) {
        AClerk practising;
        practising.unlock(Poll::open, 5, true).take(wish);
        const Screen there = practising.screen();
        CHECK((there != Screen::open_poll && there != Screen::close_poll && there != Screen::sticks && there != Screen::network && there != Screen::shut_down));
    }
}

TEST_CASE("an unknown Wi-Fi asks for its password, a known one does not")
{
    AClerk clerk;
    clerk.unlock().take(Wish{Visit{Screen::network}});
    CHECK(clerk.effect == Effect::find_networks);
    clerk.take(Wish{ChooseNetwork{}});
    CHECK(clerk.screen() == Screen::network);  // nothing is there to set it with
    clerk.take(Answer{NetworksFound{true, {{"Mairie", 80, true, true}, {"Autre", 50, true, false}}}}).take(Wish{ChooseNetwork{}});
    REQUIRE(clerk.screen() == Screen::wifi);
    SECTION("known")
    {
        clerk.take(Wish{ChooseNetwork{0}}).wait(500ms);
        CHECK(clerk.effect == Effect::join_network);
        clerk.take(Answer{Joined{}});
        CHECK(clerk.screen() == Screen::network);
    }
    SECTION("unknown")
    {
        clerk.take(Wish{ChooseNetwork{1}}).type("secret7").take(Wish{Go{}}).wait(500ms);
        CHECK(clerk.effect != Effect::join_network);
        clerk.type("8").take(Wish{Go{}}).wait(500ms);
        CHECK(clerk.effect == Effect::join_network);
        clerk.take(Answer{Failed{Trouble::not_connected}});
        CHECK(clerk.screen() == Screen::wifi_password);
        CHECK(clerk.state.typed.empty());
    }
}

TEST_CASE("figures are counted anew every five seconds while somebody looks")
{
    AClerk clerk;
    clerk.unlock().wait(kRefresh - 1ms);
    CHECK(clerk.effect == Effect::none);
    clerk.wait(1ms);
    CHECK(clerk.effect == Effect::refresh);
}
