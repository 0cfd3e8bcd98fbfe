#include "shared/election/pabulib_write.hpp"

#include "shared/base/file.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using election::parse_pabulib;
using election::write_pabulib;

void check_same(const election::PabulibFile& file, const election::PabulibFile& again)
{
    CHECK(again.definition == file.definition);
    REQUIRE(again.votes.size() == file.votes.size());
    for (std::size_t i = 0; i < file.votes.size(); ++i) {
        CHECK(again.votes[i].voter_id == file.votes[i].voter_id);
        CHECK(again.votes[i].marks == file.votes[i].marks);
        CHECK(again.votes[i].voting_method == file.votes[i].voting_method);
    }
}

}  // namespace

TEST_CASE("a real file of each kind reads back as the same election and votes, with the keys that we do not use")
{
    const std::string name = GENERATE("poland_warszawa_2018_boernerowo-fort-radiowo-groty-gorce.pb", "france_toulouse_2019_.pb",
                                      "poland_katowice_2021_podlesie.pb", "poland_krakow_2022_grzegorzki.pb");
    CAPTURE(name);
    const auto file = parse_pabulib(*read_file(ISOLOIR_TEST_DATA "/pabulib/" + name, election::kMaxPabulibBytes)).value();
    const std::string text = write_pabulib(file);
    const auto again = parse_pabulib(text).value();
    check_same(file, again);
    CHECK(again.meta.at("edition") == file.meta.at("edition"));
    CHECK(write_pabulib(again) == text);
}

TEST_CASE("what decides between equal sums travels with the file, and another word for it is refused at its line")
{
    election::PabulibFile file;
    file.definition = test::an_election()
                          .with_ties(GENERATE(election::TieBreak::project_id, election::TieBreak::ballot_order, election::TieBreak::lowest_cost,
                                              election::TieBreak::highest_cost))
                          .build();
    std::string text = write_pabulib(file);
    const auto again = parse_pabulib(text).value();
    CHECK(again.definition.ties == file.definition.ties);
    CHECK(write_pabulib(again) == text);
    text.insert(text.find("PROJECTS"), "tie_break;by-lot\n");
    if (file.definition.ties == election::TieBreak::project_id) CHECK(parse_pabulib(text).error().where.starts_with("line "));
}

TEST_CASE("a counted file says each project's sum and whether it is funded, in the format's own columns")
{
    election::PabulibFile file;
    file.definition = test::an_election().with_projects(2).build();
    const std::vector<election::PabulibCounted> counted{{7, true}, {0, false}};
    CHECK(write_pabulib(file, counted).find(";proposer;votes;selected\np1;10000;Projet 1;Le projet numéro 1.;nature;Namur;Comité 1;7;1\np2;") !=
          std::string::npos);
    file.definition.projects[1].position = election::Position{1, 2};
    file.definition.ballot = test::an_election().with_projects(2).with_points(2, 3).build().ballot;
    const auto text = write_pabulib(file, counted);
    CHECK(text.find(";latitude;longitude;score;selected\n") != std::string::npos);
    CHECK(text.find("Comité 1;;;7;1\n") != std::string::npos);
    CHECK(parse_pabulib(text));
}

TEST_CASE("Kraków's votes are written with the points and the way of voting that the city wrote")
{
    const auto text = *read_file(ISOLOIR_TEST_DATA "/pabulib/poland_krakow_2022_grzegorzki.pb", election::kMaxPabulibBytes);
    const auto written = write_pabulib(parse_pabulib(text).value());
    CHECK(written.find("\nE1168076;14,21,1;3,2,1;internet\n") != std::string::npos);
}

TEST_CASE("titles with semicolons, quotes and line ends, and positions on every side of the globe, are not lost")
{
    election::PabulibFile file;
    file.definition = test::an_election().with_projects(3).with_points(3, 5).build();
    auto& projects = file.definition.projects;
    projects[0].title.by_language["fr"] = "Un banc; deux bancs";
    projects[1].title.by_language["fr"] = "\"Un\" arbre; \"vert\"";
    projects[2].title.by_language["fr"] = "Une\nmare";
    projects[0].position = election::Position{-1, 179'999'999};
    projects[1].position = election::Position{90'000'000, -5'000'001};
    file.votes = {{"v1", {{2, 3}, {0, 2}}}, {"v2", {}}};
    const auto again = parse_pabulib(write_pabulib(file)).value();
    CHECK(again.definition.projects[0].title == projects[0].title);
    CHECK(again.definition.projects[1].title == projects[1].title);
    CHECK(again.definition.projects[2].title.in("fr") == "Une mare");
    for (std::size_t i = 0; i < 3; ++i) CHECK(again.definition.projects[i].position == projects[i].position);
    CHECK(again.definition.ballot == file.definition.ballot);
    CHECK(again.definition.phases == file.definition.phases);
    CHECK(again.votes[0].marks == file.votes[0].marks);
    CHECK(again.votes[1].marks.empty());
}
