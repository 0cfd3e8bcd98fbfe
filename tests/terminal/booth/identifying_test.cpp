#include "tests/support/catch.hpp"

#include "tests/terminal/booth/a_voter.hpp"

using namespace isoloir;
using namespace isoloir::booth;
using namespace std::chrono_literals;
using test::AVoter;
using test::is_clean;

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
