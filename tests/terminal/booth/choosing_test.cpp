#include "tests/support/catch.hpp"

#include "tests/terminal/booth/a_voter.hpp"

using namespace isoloir;
using namespace isoloir::booth;
using namespace std::chrono_literals;
using test::AVoter;
using test::is_clean;

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
