// A whole vote on each other kind of ballot.

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using election::Mark;

TEST_CASE("a resident gives points, no more than one project may have nor than there are, and the ballot holds them")
{
    ABoothDesk booth(an_election().with_points(3, 5).build());
    booth.enter(kNumber);
    const auto press = [&](const std::string& id) {
        if (!booth.shows(id)) booth.tap_all({"filter", "facet.order", "order.cost", "go"});
        booth.turn_to(id);
        booth.tap(id);
    };
    for (int points = 0; points < 3; ++points) press("more.2");
    press("more.2");
    CHECK(booth.screen() == "does-not-fit");
    booth.tap("back");
    press("more.0");
    press("more.0");
    press("more.5");
    CHECK(booth.screen() == "does-not-fit");  // none is left
    booth.tap("back");
    press("less.0");
    press("more.5");
    booth.tap_all({"go", "go", "go"});
    CHECK(booth.screen() == "receipt");
    CHECK(booth.ballots() == std::vector<std::vector<Mark>>{{{0, 1}, {2, 3}, {5, 1}}});
}

TEST_CASE("a resident ranks projects, changes the order on the review, and the ballot holds that order")
{
    ABoothDesk booth(an_election().with_ranking(3).without_ceiling().build());
    booth.enter(kNumber);
    booth.tap_all({"filter", "facet.order", "order.cost", "go"});
    for (const char* id : {"toggle.1", "toggle.4", "toggle.7"}) {
        booth.turn_to(id);
        booth.tap(id);
    }
    booth.turn_to("toggle.8");
    booth.tap("toggle.8");
    CHECK(booth.screen() == "does-not-fit");  // a fourth
    booth.tap("swap.1");
    booth.tap("go");
    for (int places = 0; places < 2; ++places) {
        booth.turn_to("up.8");
        booth.tap("up.8");
    }
    booth.tap_all({"go", "go"});
    CHECK(booth.screen() == "receipt");
    REQUIRE(booth.ballots().size() == 1);
    CHECK(projects_of(booth.ballots().front()) == std::vector<std::size_t>{8, 4, 7});
}
