#include "shared/election/selection.hpp"

#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using election::Selection;
using test::an_election;

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
