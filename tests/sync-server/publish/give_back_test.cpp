#include "sync-server/publish/give_back.hpp"

#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// With the ids that a platform gave its projects.
election::Definition numbered(AnElection election, const std::vector<std::string>& ids)
{
    auto definition = election.with_projects(ids.size()).build();
    for (std::size_t i = 0; i < ids.size(); ++i) definition.projects[i].id = ids[i];
    return definition;
}

}  // namespace

TEST_CASE("Decidim takes how many ballots of the halls chose each project, also those that nobody chose")
{
    const auto definition = numbered(an_election(), {"12", "7", "345"});
    const auto in_halls = counting::sum_up(definition, {ballots({{}, {0, 1}, {1}}), 2});
    CHECK(publish::write_decidim(definition, in_halls) == "id;paper_ballots_to_import\n12;1\n7;2\n345;0\n");
}

TEST_CASE("CONSUL takes each ballot of the halls that counted on a line of its own, a blank one as an empty line, and none online")
{
    auto definition = numbered(an_election(), {"12", "7", "345"});
    definition.ballot.max_projects = 2;
    const counting::OpenedRound halls{counting::Channel::halls, {ballots({{}, {0, 1}, {0, 1, 2}, {1}}), 2}};
    const counting::OpenedRound online{counting::Channel::online, {ballots({{2}}), 0}};
    CHECK(publish::write_consul(definition, std::vector{halls, online}) == "\n12,7\n7\n");
    CHECK(publish::write_consul(definition, std::vector{online}) == "");
}

TEST_CASE("an id that is no number of a platform's database goes back to none: both would read the number in front")
{
    for (const char* id : {"12-b", "p1", "=1", "+1", "-1", "@1", "0", "007", "1.5", " 1", "1\r", "١", "1234567890123456789"}) {
        CAPTURE(id);
        CHECK_FALSE(publish::goes_back(numbered(an_election(), {"7", id})));
    }
    CHECK(publish::goes_back(numbered(an_election(), {"7", "123456789012345678"})));
}

TEST_CASE("ballots of points and rankings go back to no platform: neither knows them")
{
    for (const auto& election : {an_election().with_points(3, 4), an_election().with_ranking(1)}) CHECK_FALSE(publish::goes_back(numbered(election, {"7"})));
}
