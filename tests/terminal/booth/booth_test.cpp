#include "tests/support/catch.hpp"

#include <algorithm>

#include "tests/terminal/booth/a_voter.hpp"

using namespace isoloir;
using namespace isoloir::booth;
using namespace std::chrono_literals;
using test::AVoter;
using test::is_clean;

TEST_CASE("a voter goes from touch to receipt, and the screen is clean for the next one")
{
    AVoter voter;
    voter.identified().wants(Toggle{0}).wants(Toggle{3});
    CHECK(voter.state().session.cost(voter.definition()) == Money{5'000'000});
    voter.sealed();
    CHECK(voter.state().screen == Screen::confirm);
    CHECK(voter.casts() == 0);
    voter.wants(Go{});
    CHECK(voter.casts() == 1);
    CHECK(voter.state().screen == Screen::casting);
    voter.wants(CastDone{"7K2M-9QDX-04TZ-B8HC"});
    CHECK(voter.state().screen == Screen::receipt);
    CHECK(voter.state().session.chosen.empty());
    CHECK(voter.state().session.typed.empty());
    voter.wants(Go{});
    CHECK(voter.state().screen == Screen::attract);
    CHECK(is_clean(voter.state(), voter.definition()));
}

TEST_CASE("a second press while the vote is being cast casts nothing more")
{
    AVoter voter;
    voter.identified().wants(Toggle{0}).sealed().wants(Go{}).wants(Go{}).wants(CheckMachine{}).wants(Leave{});
    CHECK(voter.casts() == 1);
    CHECK(voter.state().screen == Screen::casting);
}

TEST_CASE("an empty vote is asked about before it is cast, and refused where the election wants a project")
{
    AVoter voter;
    voter.identified().wants(Go{}).wants(Go{});
    CHECK(voter.state().screen == Screen::confirm_empty);
    voter.wants(Go{}).wants(Sealed{"T"});
    CHECK(voter.state().screen == Screen::confirm);

    AVoter other(test::an_election().with_projects(9).with_limits(1, 9).build());
    other.identified().wants(Go{}).wants(Go{});
    CHECK(other.state().screen == Screen::review);
}

TEST_CASE("whoever walks away is asked, then everything is wiped and nothing is cast")
{
    const int stop = GENERATE(range(0, 10));
    AVoter voter;
    const Intent way[] = {Touch{}, Go{}, Type{"8"}, Go{}, VoterAccepted{}, Go{}, Toggle{2}, Go{}, Go{}, Sealed{"T"}};
    for (int i = 0; i <= stop; ++i) voter.wants(way[i]);
    const auto screen = voter.state().screen;
    if (screen == Screen::checking || screen == Screen::sealing) return;  // the terminal answers at once: nobody waits here

    voter.waits(kIdleLimit - 1ms);
    CHECK_FALSE(voter.state().warned);
    voter.waits(1ms);
    CHECK(voter.state().warned);
    voter.waits(kAnswerLimit - 1ms);
    CHECK(voter.state().screen == screen);
    voter.waits(1ms);
    CHECK(voter.state().screen == Screen::attract);
    CHECK(is_clean(voter.state(), voter.definition()));
    CHECK(voter.casts() == 0);
}

TEST_CASE("who answers goes on where they were, and a press on what lay beneath the question does nothing")
{
    AVoter voter;
    voter.identified().wants(Toggle{2}).waits(kIdleLimit);
    REQUIRE(voter.state().warned);
    voter.wants(Toggle{3});
    CHECK_FALSE(voter.state().session.has_chosen(3));
    voter.waits(kIdleLimit);
    voter.wants(Stay{});
    CHECK(voter.state().screen == Screen::projects);
    CHECK(voter.state().session.has_chosen(2));
}

TEST_CASE("the receipt clears itself")
{
    AVoter voter;
    voter.identified().wants(Toggle{0}).sealed().wants(Go{}).wants(CastDone{"T"}).waits(kReceiptLimit);
    CHECK(voter.state().screen == Screen::attract);
    CHECK(is_clean(voter.state(), voter.definition()));
}

TEST_CASE("language and comfort change at any moment without losing the choice")
{
    AVoter voter;
    voter.identified()
        .wants(Toggle{4})
        .wants(ChooseLanguage{"de"})
        .wants(Change{Setting::text, 2})
        .wants(Change{Setting::contrast, 1})
        .wants(ChooseLanguage{"xx"});
    CHECK(voter.state().session.language == "de");
    CHECK(voter.state().session.comfort.text == TextSize::largest);
    CHECK(voter.state().session.comfort.contrast == Contrast::black);
    CHECK(voter.state().session.has_chosen(4));
}

TEST_CASE("what was typed and chosen is overwritten in memory, not only forgotten")
{
    Session session("fr");
    session.typed.reserve(64);
    session.typed = "85073003328";
    for (std::size_t project = 1; project <= 8; ++project) session.chosen.push_back({project, 3});
    const char* typed = session.typed.data();
    const election::Mark* chosen = session.chosen.data();
    session.forget_vote();
    CHECK(std::all_of(typed, typed + 11, [](char c) { return c == 0; }));
    CHECK(std::all_of(chosen, chosen + 8, [](const election::Mark& mark) { return mark == election::Mark{0, 0}; }));
}

TEST_CASE("who checks the machine votes afresh: the sealed ballot is laid open, nothing is cast, and the choice is still there")
{
    AVoter voter;
    voter.identified().wants(Toggle{3}).sealed().wants(CheckMachine{}).wants(Spoilt{"CHALLENGE"});
    CHECK(voter.state().screen == Screen::checked);
    CHECK(voter.state().session.challenge == "CHALLENGE");
    CHECK(voter.casts() == 0);
    voter.wants(Go{});
    CHECK(voter.state().screen == Screen::review);
    CHECK(voter.state().session.challenge.empty());
    CHECK(voter.state().session.tracker.empty());
    CHECK(voter.state().session.has_chosen(3));
}

TEST_CASE("who turns back from the last question has sealed nothing")
{
    AVoter voter;
    voter.identified().wants(Toggle{3}).sealed().wants(Back{});
    CHECK(voter.state().screen == Screen::review);
    CHECK(voter.state().session.tracker.empty());
}

TEST_CASE("comfort and help lie over any screen and lead back to it with the choice kept")
{
    AVoter voter;
    voter.identified().wants(Toggle{1}).wants(Go{}).wants(OpenComfort{});
    CHECK(voter.state().screen == Screen::language);
    voter.wants(Change{Setting::reach, 1}).wants(OpenHelp{});
    CHECK(voter.state().screen == Screen::how);
    voter.wants(Go{});
    CHECK(voter.state().screen == Screen::review);
    CHECK(voter.state().session.has_chosen(1));
    CHECK(voter.state().session.comfort.low_reach);
}

TEST_CASE("who would lose a choice is asked before leaving")
{
    AVoter voter;
    voter.identified().wants(Toggle{1}).wants(Leave{});
    CHECK(voter.state().leaving);
    voter.wants(Toggle{2}).wants(Stay{});
    CHECK_FALSE(voter.state().leaving);
    CHECK_FALSE(voter.state().session.has_chosen(2));
    voter.wants(Leave{}).wants(Leave{});
    CHECK(is_clean(voter.state(), voter.definition()));
}

TEST_CASE("who asks for more time once, or listens, is given more before the question comes again")
{
    AVoter voter;
    voter.identified().waits(kIdleLimit).wants(Stay{}).waits(kIdleLimit);
    CHECK_FALSE(voter.state().warned);
    voter.waits(kPatientLimit - kIdleLimit);
    CHECK(voter.state().warned);

    AVoter listener;
    listener.wants(Listen{}).waits(kIdleLimit);
    CHECK_FALSE(listener.state().warned);
}

TEST_CASE("filter, search and order start from the first page, and one wish shows all again")
{
    AVoter voter;
    voter.identified().wants(ShowPage{2}).wants(OpenSearch{}).wants(Type{"é"}).wants(Type{"a"}).wants(Erase{}).wants(Go{});
    CHECK(voter.state().session.browsing.search == "é");
    CHECK(voter.state().session.browsing.page == 0);
    voter.wants(OpenSearch{}).wants(Erase{}).wants(Go{});
    CHECK(voter.state().session.browsing.search.empty());
    voter.wants(OpenFilter{}).wants(ChooseTheme{0}).wants(ChoosePlace{0}).wants(ChoosePlace{99}).wants(ChooseOrder{Order::by_cost}).wants(Go{});
    CHECK(voter.state().session.browsing.place == 0U);
    CHECK(voter.state().session.browsing.is_filtered());
    voter.wants(ShowAll{});
    CHECK_FALSE(voter.state().session.browsing.is_filtered());
    CHECK(voter.state().session.browsing.order == Order::by_cost);
}

TEST_CASE("who hides the screen hears it, and who stops listening sees it again")
{
    Comfort comfort = changed(Comfort{}, Setting::blank, 1);
    CHECK(comfort.speech);
    CHECK_FALSE(changed(comfort, Setting::speech, 1).blank);
    CHECK(changed(Comfort{}, Setting::volume, -50).volume == 1);
    CHECK(changed(Comfort{}, Setting::rate, 50).rate == kRates - 1);
    CHECK(changed(Comfort{}, Setting::contrast, -1).contrast == Contrast::soft);
}
