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
        for (const char key : keys) wants(Type{key});
        return *this;
    }
    /// Up to the project list.
    AVoter& identified() { return wants(Touch{}).wants(Go{}).types("85073003328").wants(Go{}).wants(VoterAccepted{}); }

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
    return session.typed.empty() && session.chosen.empty() && session.tracker.empty() && session.page == 0 && session.comfort == Comfort{} &&
           session.language == definition.languages.front();
}

}  // namespace

TEST_CASE("a voter goes from touch to receipt, and the screen is clean for the next one")
{
    AVoter voter;
    voter.identified().wants(Toggle{0}).wants(Toggle{3});
    CHECK(voter.state().session.cost(voter.definition()) == Money{5'000'000});
    voter.wants(Go{}).wants(Go{});
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
    voter.identified().wants(Toggle{0}).wants(Go{}).wants(Go{}).wants(Go{}).wants(Go{}).wants(Go{}).wants(Leave{});
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
    voter.wants(Go{});
    CHECK(voter.state().screen == Screen::confirm);

    AVoter other(test::an_election().with_projects(9).with_limits(1, 9).build());
    other.identified().wants(Go{}).wants(Go{});
    CHECK(other.state().screen == Screen::review);
}

TEST_CASE("whoever walks away is asked, then everything is wiped and nothing is cast")
{
    const int stop = GENERATE(range(0, 8));
    AVoter voter;
    const Intent way[] = {Touch{}, Go{}, Type{'8'}, Go{}, VoterAccepted{}, Toggle{2}, Go{}, Go{}};
    for (int i = 0; i <= stop; ++i) voter.wants(way[i]);
    const auto screen = voter.state().screen;
    if (screen == Screen::checking) return;  // the terminal answers at once: nobody waits here

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
    voter.wants(StillHere{});
    CHECK(voter.state().screen == Screen::projects);
    CHECK(voter.state().session.has_chosen(2));
}

TEST_CASE("the receipt clears itself")
{
    AVoter voter;
    voter.identified().wants(Toggle{0}).wants(Go{}).wants(Go{}).wants(Go{}).wants(CastDone{"T"}).waits(kReceiptLimit);
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
    other.identified().wants(Toggle{0}).wants(Go{}).wants(Go{}).wants(Go{}).wants(CastFailed{Refusal::not_cast});
    CHECK(other.state().screen == Screen::refused);
    CHECK(other.state().session.chosen.empty());
}

TEST_CASE("language and comfort change at any moment without losing the choice")
{
    AVoter voter;
    voter.identified().wants(Toggle{4}).wants(ChooseLanguage{"de"}).wants(ResizeText{2}).wants(ChangeContrast{}).wants(ChooseLanguage{"xx"});
    CHECK(voter.state().session.language == "de");
    CHECK(voter.state().session.comfort == Comfort{TextSize::largest, Contrast::black});
    CHECK(voter.state().session.has_chosen(4));
}

TEST_CASE("what was typed and chosen is overwritten in memory, not only forgotten")
{
    Session session("fr");
    session.typed.reserve(64);
    session.typed = "85073003328";
    session.chosen = {1, 2, 3, 4, 5, 6, 7, 8};
    const char* typed = session.typed.data();
    const std::size_t* chosen = session.chosen.data();
    session.forget_vote();
    CHECK(std::all_of(typed, typed + 11, [](char c) { return c == 0; }));
    CHECK(std::all_of(chosen, chosen + 8, [](std::size_t index) { return index == 0; }));
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
                                 ChooseLanguage{"nl"},
                                 ResizeText{sign},
                                 ChangeContrast{},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Back{},
                                 Type{'7'},
                                 Erase{},
                                 SwitchIdentifier{},
                                 TurnPage{sign},
                                 LookAt{project},
                                 Toggle{project},
                                 Toggle{project},
                                 Toggle{project},
                                 SwapFor{project},
                                 Leave{},
                                 StillHere{},
                                 VoterAccepted{},
                                 VoterAccepted{},
                                 CastDone{"T"},
                                 CastFailed{},
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
