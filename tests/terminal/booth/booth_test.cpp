#include "tests/support/catch.hpp"

#include <algorithm>

#include <sodium.h>

#include "shared/election/selection.hpp"
#include "terminal/booth/step.hpp"
#include "tests/support/an_election.hpp"

using namespace isoloir;
using namespace isoloir::booth;
using namespace std::chrono_literals;

namespace {

/// A voter at the booth, with the terminal's answers played by hand.
class AVoter {
public:
    explicit AVoter(election::Definition definition = test::an_election().with_projects(9).build())
        : definition_(std::move(definition)), state_(at_rest(definition_))
    {
    }

    AVoter& wants(const Intent& intent)
    {
        auto step = booth::step(std::move(state_), intent, definition_, now_);
        state_ = std::move(step.state);
        if (step.effect == Effect::cast) ++casts_;
        return *this;
    }
    AVoter& waits(Milliseconds time)
    {
        now_ += time;
        return wants(Tick{});
    }
    AVoter& types(const std::string& keys)
    {
        for (const char key : keys) wants(Type{std::string(1, key)});
        return *this;
    }
    /// Up to the project list.
    AVoter& identified() { return wants(Touch{}).wants(Go{}).types("85073003328").wants(Go{}).wants(VoterAccepted{}).wants(Go{}); }
    /// From the project list to the question whether to cast.
    AVoter& sealed() { return wants(Go{}).wants(Go{}).wants(Sealed{"7K2M-9QDX-04TZ-B8HC"}); }

    const State& state() const { return state_; }
    const election::Definition& definition() const { return definition_; }
    int casts() const { return casts_; }

private:
    election::Definition definition_;
    State state_;
    Milliseconds now_{1'000'000};
    int casts_{0};
};

bool is_clean(const State& state, const election::Definition& definition)
{
    const auto& session = state.session;
    return session.typed.empty() && session.chosen.empty() && session.tracker.empty() && session.challenge.empty() && session.browsing.search.empty() &&
           session.browsing.shuffle.empty() && session.browsing.page == 0 && session.comfort == Comfort{} &&
           session.language == definition.languages.front();
}

}  // namespace

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

TEST_CASE("a project that no longer fits is not chosen; the screen offers a swap that makes room")
{
    AVoter voter;  // 200 000 euros; projects cost 10 000 to 90 000
    voter.identified().wants(Toggle{8}).wants(Toggle{7});
    CHECK(voter.state().session.left(voter.definition()) == Money{3'000'000});
    voter.wants(Toggle{6});
    CHECK(voter.state().screen == Screen::does_not_fit);
    CHECK_FALSE(voter.state().session.has_chosen(6));
    voter.wants(SwapFor{7});
    CHECK(voter.state().screen == Screen::projects);
    CHECK(voter.state().session.has_chosen(6));
    CHECK_FALSE(voter.state().session.has_chosen(7));
}

TEST_CASE("one more project than allowed is explained, too")
{
    AVoter voter(test::an_election().with_projects(9).with_limits(0, 2).build());
    voter.identified().wants(Toggle{0}).wants(Toggle{1}).wants(Toggle{2});
    CHECK(voter.state().screen == Screen::does_not_fit);
    CHECK(voter.state().session.chosen.size() == 2);
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

TEST_CASE("a wrong number may be tried again and leaves nothing behind; a vote that was not cast says so")
{
    AVoter voter;
    voter.wants(Touch{}).wants(Go{}).types("85073003327").wants(Go{}).wants(VoterRefused{Refusal::number_wrong});
    CHECK(voter.state().screen == Screen::refused);
    CHECK(voter.state().session.typed.empty());
    voter.wants(Back{});
    CHECK(voter.state().screen == Screen::identify);

    AVoter other;
    other.identified().wants(Toggle{0}).sealed().wants(Go{}).wants(CastFailed{Refusal::not_cast});
    CHECK(other.state().screen == Screen::refused);
    CHECK(other.state().session.chosen.empty());
}

TEST_CASE("language and comfort change at any moment without losing the choice")
{
    AVoter voter;
    voter.identified().wants(Toggle{4}).wants(ChooseLanguage{"de"}).wants(Change{Setting::text, 2}).wants(Change{Setting::contrast, 1}).wants(ChooseLanguage{"xx"});
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

TEST_CASE("100 000 random wishes never exceed the envelope, never cast unconfirmed, and leave nothing behind")
{
    AVoter voter(test::an_election().with_projects(9).with_limits(0, 5).build());
    const unsigned char seed[randombytes_SEEDBYTES] = {42};
    std::vector<std::uint32_t> dice(200'000);
    randombytes_buf_deterministic(dice.data(), dice.size() * sizeof dice[0], seed);
    int casts = 0;
    for (std::size_t i = 0; i + 1 < dice.size(); i += 2) {
        const auto project = static_cast<std::size_t>(dice[i + 1] % 11);
        const int sign = dice[i + 1] % 2 == 0 ? 1 : -1;
        const Intent wishes[] = {Touch{},
                                 Listen{},
                                 ChooseLanguage{"nl"},
                                 Change{static_cast<Setting>(dice[i + 1] % 9), sign},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Back{},
                                 Type{"7"},
                                 Erase{},
                                 SwitchIdentifier{},
                                 ShowPage{project},
                                 OpenFilter{},
                                 OpenSearch{},
                                 ChooseTheme{0},
                                 ShowAll{},
                                 OpenComfort{},
                                 OpenHelp{},
                                 GivePoint{project},
                                 TakePoint{project},
                                 Prefer{project},
                                 CheckMachine{},
                                 Scanned{"CARD7"},
                                 CardIn{"85073003328"},
                                 CardOut{},
                                 Print{},
                                 LookAt{project},
                                 Toggle{project},
                                 Toggle{project},
                                 Toggle{project},
                                 SwapFor{project},
                                 Leave{},
                                 Stay{},
                                 VoterAccepted{},
                                 VoterAccepted{},
                                 Sealed{"T"},
                                 Sealed{"T"},
                                 Spoilt{"C"},
                                 CastDone{"T"},
                                 CastFailed{},
                                 Printed{true},
                                 Tick{}};
        const auto before = voter.state().screen;
        voter.wants(wishes[dice[i] % std::size(wishes)]);
        const auto& state = voter.state();
        if (voter.casts() != casts) {
            REQUIRE(before == Screen::confirm);
            REQUIRE(election::Selection::make(voter.definition(), state.session.chosen));
            casts = voter.casts();
        }
        REQUIRE(state.session.cost(voter.definition()) <= *voter.definition().ballot.max_cost);
        REQUIRE(state.session.chosen.size() <= voter.definition().ballot.max_projects);
        if (state.screen == Screen::attract && before != Screen::attract) REQUIRE(is_clean(state, voter.definition()));
    }
    CHECK(casts > 100);
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

TEST_CASE("points are given one by one, up to what a project and a ballot may have, and taken back one by one")
{
    AVoter voter(test::an_election().with_projects(4).with_points(3, 4).without_ceiling().build());
    voter.identified().wants(GivePoint{0}).wants(GivePoint{0}).wants(GivePoint{0});
    CHECK(voter.state().session.points_of(0) == 3);
    voter.wants(GivePoint{0});
    CHECK(voter.state().screen == Screen::does_not_fit);
    voter.wants(Back{}).wants(GivePoint{1}).wants(GivePoint{2});
    CHECK(voter.state().screen == Screen::does_not_fit);
    CHECK(voter.state().session.points() == 4);
    voter.wants(SwapFor{1});
    CHECK(voter.state().session.points_of(1) == 0);
    CHECK(voter.state().session.points_of(2) == 1);
    voter.wants(TakePoint{0});
    CHECK(voter.state().session.points_of(0) == 2);
    voter.wants(TakePoint{2});
    CHECK_FALSE(voter.state().session.has_chosen(2));
}

TEST_CASE("a ranking keeps the order of choosing, and moves a project up")
{
    AVoter voter(test::an_election().with_projects(4).with_ranking(3).without_ceiling().build());
    voter.identified().wants(Toggle{2}).wants(Toggle{0}).wants(Toggle{1});
    CHECK(voter.state().session.rank_of(2) == 1);
    voter.wants(Go{}).wants(Prefer{1}).wants(Prefer{1}).wants(Prefer{1});
    CHECK(voter.state().session.rank_of(1) == 1);
    CHECK(voter.state().session.rank_of(2) == 2);
    CHECK(voter.state().session.rank_of(0) == 3);
    voter.wants(Toggle{2});
    CHECK(voter.state().session.rank_of(0) == 2);
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

TEST_CASE("a card is read where a number would be typed, and is to be taken back before anything is chosen")
{
    AVoter voter;
    voter.wants(CardIn{"85073003328"});
    CHECK(voter.state().screen == Screen::language);
    voter.wants(Go{}).wants(VoterAccepted{});
    CHECK(voter.state().screen == Screen::take_card);
    voter.wants(CardOut{});
    CHECK(voter.state().screen == Screen::how);

    AVoter other;
    other.wants(Touch{}).wants(Go{}).wants(CardIn{"85073003328"});
    CHECK(other.state().screen == Screen::checking);

    AVoter third;
    third.wants(Touch{}).wants(Go{}).wants(CardUnreadable{});
    CHECK(third.state().refusal == Refusal::card_unreadable);
    CHECK(third.wants(Back{}).state().screen == Screen::identify);
}

TEST_CASE("a card put in while somebody votes changes nothing, and one taken out before the check leaves no number")
{
    AVoter voter;
    voter.identified().wants(Toggle{1}).wants(CardIn{"90010100123"});
    CHECK(voter.state().screen == Screen::projects);
    CHECK(voter.state().session.typed == "85073003328");

    AVoter other;
    other.wants(CardIn{"85073003328"}).wants(CardOut{});
    CHECK(other.state().session.typed.empty());
}

TEST_CASE("guessing slows down, for whoever comes next as well, and one success ends it")
{
    AVoter voter;
    const auto guess = [&] { voter.wants(Touch{}).wants(Go{}).types("85073003327").wants(Go{}); };
    for (int attempt = 0; attempt < kFreeFailures + 1; ++attempt) {
        guess();
        REQUIRE(voter.state().screen == Screen::checking);
        voter.wants(VoterRefused{Refusal::number_wrong}).wants(Go{});
    }
    guess();
    CHECK(voter.state().refusal == Refusal::too_many);
    voter.wants(Go{}).waits(kFirstWait);
    guess();
    CHECK(voter.state().screen == Screen::checking);
    voter.wants(VoterRefused{Refusal::not_on_roll}).wants(Go{}).waits(kFirstWait);
    guess();
    CHECK(voter.state().refusal == Refusal::too_many);  // the second wait is twice as long
    voter.wants(Go{}).waits(kFirstWait);
    guess();
    voter.wants(VoterAccepted{});
    CHECK(voter.state().failures == 0);
}

TEST_CASE("having voted already is no guess")
{
    AVoter voter;
    for (int attempt = 0; attempt < 3 * kFreeFailures; ++attempt) {
        voter.wants(Touch{}).wants(Go{}).types("85073003328").wants(Go{});
        REQUIRE(voter.state().screen == Screen::checking);
        voter.wants(VoterRefused{Refusal::voted_elsewhere}).wants(Go{});
    }
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
