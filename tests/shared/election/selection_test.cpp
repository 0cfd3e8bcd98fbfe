#include "shared/election/selection.hpp"

#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using election::Selection;
using test::an_election;
using test::AnElection;

TEST_CASE("a choice within the rules stands, in ballot order, with its cost")
{
    const auto choice = Selection::make(an_election().with_costs({100, 200, 300}).build(), {2, 0});
    REQUIRE(choice.has_value());
    CHECK(choice->marks() == test::marks({0, 2}));
    CHECK(choice->cost() == Money{40000});
}

TEST_CASE("a blank ballot is a choice where no least number is asked for")
{
    CHECK(Selection::make(an_election().build(), {}).has_value());
}

TEST_CASE("a knapsack choice may use the whole envelope and no cent more")
{
    auto definition = an_election().with_costs({120'000, 80'000, 1}).with_envelope(Money{200'000'00}).build();
    CHECK(Selection::make(definition, {0, 1}).has_value());
    CHECK_FALSE(Selection::make(definition, {0, 1, 2}).has_value());
    definition.projects[1].cost.cents += 1;
    const auto over = Selection::make(definition, {0, 1});
    REQUIRE_FALSE(over.has_value());
    CHECK(over.error().code == Errc::refused);
}

TEST_CASE("approval has no ceiling on the cost but limits on the number")
{
    const auto definition = an_election().with_projects(9).without_ceiling().with_limits(2, 3).build();
    CHECK(Selection::make(definition, {6, 7, 8}).has_value());
    CHECK_FALSE(Selection::make(definition, {8}).has_value());
    CHECK_FALSE(Selection::make(definition, {5, 6, 7, 8}).has_value());
}

TEST_CASE("a choice of unknown or repeated projects is refused")
{
    const auto definition = an_election().with_projects(3).build();
    CHECK_FALSE(Selection::make(definition, {3}).has_value());
    CHECK_FALSE(Selection::make(definition, {1, 0, 1}).has_value());
    CHECK_FALSE(Selection::make(definition, {static_cast<std::size_t>(-1)}).has_value());
}

TEST_CASE("points stand within what one project and a whole ballot may have, and each chosen project has some")
{
    const auto definition = an_election().without_ceiling().with_points(3, 7).with_limits(1, 4).build();
    using Marks = std::vector<election::Mark>;
    const auto choice = Selection::make(definition, Marks{{8, 1}, {0, 3}, {4, 3}});
    REQUIRE(choice.has_value());
    CHECK(choice->marks() == Marks{{0, 3}, {4, 3}, {8, 1}});
    CHECK(choice->cost() == Money{(1 + 5 + 9) * 1'000'000});
    const auto refused = [&](const Marks& marks) { return !Selection::make(definition, marks).has_value(); };
    CHECK(refused({{0, 3}, {4, 3}, {8, 2}}));                  // 8 of 7
    CHECK(refused({{0, 4}}));                                  // 4 of 3
    CHECK(refused({{0, 0}}));                                  // chosen, but nothing given
    CHECK(refused({{0, 1}, {0, 1}}));                          // twice
    CHECK(refused({{9, 1}}));                                  // no such project
    CHECK(refused({}));                                        // too few
    CHECK(refused({{0, 1}, {1, 1}, {2, 1}, {3, 1}, {4, 1}}));  // too many
    CHECK(refused({{0, 0xFFFFFFFF}, {1, 0xFFFFFFFF}}));
}

TEST_CASE("a list of projects says no points, unless nothing is chosen")
{
    const auto definition = an_election().with_points(3, 7).build();
    CHECK_FALSE(Selection::make(definition, {0, 1}).has_value());
    CHECK(Selection::make(definition, std::vector<std::size_t>{}).has_value());
    CHECK(Selection::make(definition, {}).has_value());
}

TEST_CASE("a ranking keeps its order, and its places give the points")
{
    const auto definition = an_election().without_ceiling().with_ranking(3).build();
    using Marks = std::vector<election::Mark>;
    CHECK(Selection::make(definition, {4, 0, 7})->marks() == Marks{{4, 3}, {0, 2}, {7, 1}});
    CHECK(Selection::make(definition, Marks{{7, 99}, {0, 0}})->marks() == Marks{{7, 3}, {0, 2}});
    CHECK_FALSE(Selection::make(definition, {4, 0, 7, 1}).has_value());
    CHECK_FALSE(Selection::make(definition, {4, 0, 4}).has_value());
}

TEST_CASE("the ceiling on the cost holds for every kind")
{
    const auto priced = an_election().with_costs({60, 50}).with_envelope(Money{100'00});
    CHECK_FALSE(Selection::make(AnElection(priced).with_ranking(2).build(), {0, 1}).has_value());
    CHECK_FALSE(Selection::make(AnElection(priced).with_points(5, 5).build(), test::marks({0, 1})).has_value());
    CHECK(Selection::make(AnElection(priced).with_points(5, 5).build(), test::marks({1})).has_value());
}

TEST_CASE("an approval gives one point and no more")
{
    CHECK_FALSE(Selection::make(an_election().build(), std::vector<election::Mark>{{0, 2}}).has_value());
    CHECK_FALSE(Selection::make(an_election().build(), std::vector<election::Mark>{{0, 0}}).has_value());
}
