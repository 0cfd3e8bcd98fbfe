#include <functional>

#include "shared/election/package.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using election::Definition;
using election::PhaseKind;
using test::an_election;
using test::AnElection;

Definition with_two_phases()
{
    auto definition = an_election().with_projects(9).build();
    definition.phases = {{PhaseKind::vote, "2022-03-01", "2022-05-31"}, {PhaseKind::results, "2022-06-01", "2022-07-31"}};
    return definition;
}

void as_points(Definition& definition, std::uint32_t for_one, std::uint32_t for_all)
{
    definition.ballot.kind = election::BallotKind::points;
    definition.ballot.max_points = for_one;
    definition.ballot.max_sum_points = for_all;
}

struct Fault {
    const char* where;
    std::function<void(Definition&)> make;
};

}  // namespace

TEST_CASE("a definition that cannot be voted on is refused with the field")
{
    const std::vector<Fault> faults{
        {"title", [](Definition& d) { d.title.by_language.clear(); }},
        {"title", [](Definition& d) { d.title.by_language["fr"] = ""; }},
        {"description", [](Definition& d) { d.description.by_language.clear(); }},
        {"description", [](Definition& d) { d.description.by_language["fr"] = std::string(election::kMaxText + 1, 'x'); }},
        {"languages", [](Definition& d) { d.languages.clear(); }},
        {"languages",
         [](Definition& d) {
             d.languages = {"fr", "fr"};
         }},
        {"languages",
         [](Definition& d) {
             d.languages = {"fr", "la"};
         }},
        {"phases[0]", [](Definition& d) { d.phases[0].from = "2022-02-30"; }},
        {"phases[0]", [](Definition& d) { d.phases[0].from = "1.3.2022"; }},
        {"phases[0]", [](Definition& d) { d.phases[0].until = "2022-02-01"; }},
        {"phases[1]", [](Definition& d) { d.phases[1].from = "2022-01-01"; }},
        {"phases[1]", [](Definition& d) { d.phases[1].kind = PhaseKind::vote; }},
        {"envelope", [](Definition& d) { d.envelope = {0}; }},
        {"envelope", [](Definition& d) { d.envelope = {-1}; }},
        {"ranking",
         [](Definition& d) {
             d.counting = election::Counting::ceremony;
             d.ranking = election::Ranking::live;
         }},
        {"batch_minimum", [](Definition& d) { d.batch_minimum = 0; }},
        {"eligibility", [](Definition& d) { d.eligibility.national_number = d.eligibility.voter_code = false; }},
        {"contacts.phone", [](Definition& d) { d.contacts.phone = "081\t00"; }},
        {"contacts.mail", [](Definition& d) { d.contacts.mail = std::string(election::kMaxWord + 1, 'x'); }},
        {"contacts.site", [](Definition& d) { d.contacts.site = "https://vote.example.org/"; }},
        {"projects", [](Definition& d) { d.projects.clear(); }},
        {"projects", [](Definition& d) { d.projects.resize(election::kMaxProjects + 1, d.projects[0]); }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = "p1"; }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = ""; }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = "a,b"; }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = "a;b"; }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = " a"; }},
        {"projects[1].id", [](Definition& d) { d.projects[1].id = std::string(election::kMaxProjectId + 1, 'x'); }},
        {"projects[1].title", [](Definition& d) { d.projects[1].title.by_language["nl"] = ""; }},
        {"projects[1].description", [](Definition& d) { d.projects[1].description.by_language.clear(); }},
        {"projects[1].cost", [](Definition& d) { d.projects[1].cost = {0}; }},
        {"projects[1].cost", [](Definition& d) { d.projects[1].cost = {-100}; }},
        {"projects[1].cost", [](Definition& d) { d.projects[1].cost = {Money::kMax + 1}; }},
        {"projects[1].place", [](Definition& d) { d.projects[1].place = "a\x7F"; }},
        {"projects[1].theme", [](Definition& d) { d.projects[1].theme = std::string(election::kMaxWord + 1, 'x'); }},
        {"projects[1].proposer", [](Definition& d) { d.projects[1].proposer = "\x1B[2J"; }},
        {"ballot.max_projects", [](Definition& d) { d.ballot.max_projects = 0; }},
        {"ballot.max_projects", [](Definition& d) { d.ballot.max_projects = 10; }},
        {"ballot.min_projects",
         [](Definition& d) {
             d.ballot.min_projects = 5;
             d.ballot.max_projects = 4;
         }},
        {"ballot.max_cost", [](Definition& d) { d.ballot.max_cost = Money{0}; }},
        {"ballot.max_points", [](Definition& d) { d.ballot.max_points = 1; }},
        {"ballot.max_sum_points", [](Definition& d) { d.ballot.max_sum_points = 1; }},
        {"ballot.max_points", [](Definition& d) { as_points(d, 0, 5); }},
        {"ballot.max_points", [](Definition& d) { as_points(d, 6, 5); }},
        {"ballot.max_sum_points", [](Definition& d) { as_points(d, 3, 0); }},
        {"ballot.max_sum_points", [](Definition& d) { as_points(d, 3, 1'000'001); }},
        {"ballot.max_sum_points",
         [](Definition& d) {
             as_points(d, 3, 5);
             d.ballot.min_projects = 6;
         }},
        {"projects[1].objectives", [](Definition& d) { d.projects[1].objectives.by_language["fr"] = "\x1B"; }},
        {"projects[1].beneficiaries", [](Definition& d) { d.projects[1].beneficiaries.by_language["nl"] = std::string(election::kMaxText + 1, 'x'); }},
        {"projects[1].position",
         [](Definition& d) {
             d.projects[1].position = {90'000'001, 0};
         }},
        {"projects[1].position",
         [](Definition& d) {
             d.projects[1].position = {0, -180'000'001};
         }},
        {"ballot.max_cost",
         [](Definition& d) {
             d.ballot.min_projects = 2;
             d.ballot.max_cost = Money{29'999'99};
         }},  // the two cheapest cost 30 000 euros
    };
    REQUIRE(election::check_definition(with_two_phases()).has_value());
    for (std::size_t i = 0; i < faults.size(); ++i) {
        CAPTURE(i);
        auto definition = with_two_phases();
        faults[i].make(definition);
        const auto status = election::check_definition(definition);
        REQUIRE_FALSE(status.has_value());
        CHECK(status.error().where == faults[i].where);
    }
}

TEST_CASE("texts that are each allowed but too long together are refused, so that a package can be opened again")
{
    auto definition = an_election().with_projects(300).build();
    for (auto& project : definition.projects) project.description.by_language["fr"] = std::string(election::kMaxText, 'x');
    CHECK_FALSE(election::check_definition(definition).has_value());
}

TEST_CASE("a ballot that would need more than sixteen blocks is refused, whatever its kind")
{
    const auto check = [](const Definition& definition) { return election::check_definition(definition); };
    const auto wide = an_election().with_projects(1856).without_ceiling();
    CHECK(check(AnElection(wide).with_points(3, 10).build()).has_value());
    const auto points = check(AnElection(wide).with_points(4, 10).build());
    REQUIRE_FALSE(points.has_value());
    CHECK(points.error().where == "ballot.max_points");
    CHECK(check(AnElection(wide).with_ranking(337).build()).has_value());  // 11 bits each
    const auto ranking = check(AnElection(wide).with_ranking(338).build());
    REQUIRE_FALSE(ranking.has_value());
    CHECK(ranking.error().where == "ballot.max_projects");
}

TEST_CASE("a text falls back on a language that there is")
{
    const election::Texts texts{{{"fr", "Bonjour"}, {"nl", "Dag"}}};
    CHECK(texts.in("nl") == "Dag");
    CHECK(texts.in("de") == "Bonjour");
    CHECK(election::Texts{}.in("de").empty());
}
