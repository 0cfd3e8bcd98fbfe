// Cumulative and ordinal votes, and where projects lie; everything else of a Pabulib file stands in pabulib_test.cpp.

#include "shared/base/file.hpp"
#include "shared/election/pabulib.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using election::BallotKind;
using election::BallotRules;
using election::parse_pabulib;
using election::Position;
using Marks = std::vector<election::Mark>;

const std::string kCumulative =
    "META\n"                                     // 1
    "key;value\n"                                // 2
    "budget;100\n"                               // 3
    "vote_type;cumulative\n"                     // 4
    "max_points;3\n"                             // 5
    "max_sum_points;5\n"                         // 6
    "PROJECTS\n"                                 // 7
    "project_id;cost;name;latitude;longitude\n"  // 8
    "a;50;Un banc;50.46690049;4.8675\n"          // 9
    "b;60;Un arbre;-0.5;-179.9999996\n"          // 10
    "c;7;Une mare;;\n"                           // 11
    "VOTES\n"                                    // 12
    "voter_id;vote;points\n"                     // 13
    "v1;c,a;3,2\n"                               // 14
    "v2;b;1\n"                                   // 15
    "v3;;\n"                                     // 16
    "v4;a,b;3,0\n";                              // 17

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

election::PabulibFile real_file(const std::string& name)
{
    auto file = parse_pabulib(*read_file(ISOLOIR_TEST_DATA "/pabulib/" + name, election::kMaxPabulibBytes));
    REQUIRE(file.has_value());
    return *std::move(file);
}

}  // namespace

TEST_CASE("a cumulative vote becomes ballots of points, each with what the voter gave")
{
    const auto file = parse_pabulib(kCumulative);
    REQUIRE(file.has_value());
    CHECK(file->definition.ballot == BallotRules{BallotKind::points, 0, 3, std::nullopt, 3, 5});
    REQUIRE(file->votes.size() == 4);
    CHECK(file->votes[0].marks == Marks{{2, 3}, {0, 2}});
    CHECK(file->votes[1].marks == Marks{{1, 1}});
    CHECK(file->votes[2].marks.empty());
    CHECK(file->votes[3].marks == Marks{{0, 3}});  // b was named and given nothing
}

TEST_CASE("what a cumulative file leaves out follows from the rest")
{
    const auto rules = [](const std::string& text) { return parse_pabulib(text)->definition.ballot; };
    CHECK(rules(with(kCumulative, "max_points;3\n", "")) == BallotRules{BallotKind::points, 0, 3, std::nullopt, 5, 5});
    CHECK(rules(with(kCumulative, "max_sum_points;5\n", "")) == BallotRules{BallotKind::points, 0, 3, std::nullopt, 3, 9});
    CHECK(rules(with(kCumulative, "max_points;3\n", "max_points;30\n")) == BallotRules{BallotKind::points, 0, 3, std::nullopt, 5, 5});
    CHECK(rules(with(kCumulative, "budget;100\n", "budget;100\nmin_sum_points;1\n")) == BallotRules{BallotKind::points, 1, 3, std::nullopt, 3, 5});
    CHECK(rules(with(kCumulative, "budget;100\n", "budget;100\nmin_length;2\nmin_sum_points;2\nmin_points;1\n")) ==
          BallotRules{BallotKind::points, 2, 3, std::nullopt, 3, 5});
}

TEST_CASE("an ordinal vote becomes rankings in the order of the file")
{
    const auto text = with(with(kCumulative, "cumulative", "ordinal"), "max_points;3\nmax_sum_points;5\n", "min_length;0\nmax_length;2\n");
    const auto file = parse_pabulib(text);
    REQUIRE(file.has_value());
    CHECK(file->definition.ballot == BallotRules{BallotKind::ranking, 0, 2, std::nullopt});
    CHECK(test::projects_of(file->votes[0].marks) == std::vector<std::size_t>{2, 0});
    // Its points follow from the order; whatever stands there, or no such column, changes nothing.
    CHECK(parse_pabulib(with(text, "c,a;3,2", "c,a;first"))->votes[0].marks == file->votes[0].marks);
}

TEST_CASE("latitude and longitude say where a project lies, to the millionth of a degree")
{
    const auto file = parse_pabulib(kCumulative);
    const auto& projects = file->definition.projects;
    CHECK(projects[0].position == Position{50'466'900, 4'867'500});
    CHECK(projects[1].position == Position{-500'000, -180'000'000});
    CHECK_FALSE(projects[2].position.has_value());
    CHECK(real_file("poland_katowice_2021_podlesie.pb").definition.projects[0].position == Position{50'179'313, 18'976'253});
}

TEST_CASE("what a cumulative file gets wrong is refused with its line")
{
    struct Case {
        const char* from;
        const char* to;
        std::size_t line;
        const char* says;
    };
    const auto wrong = GENERATE(
        Case{"max_points;3\nmax_sum_points;5\n", "", 1, "needs max_points"}, Case{"max_points;3", "max_points;x", 5, "whole number"},
        Case{"max_sum_points;5", "max_sum_points;2000000", 6, "between 1 and 1000000"}, Case{"budget;100", "budget;100\nmin_sum_points;2", 4, "least number"},
        Case{"budget;100", "budget;100\nmin_points;2", 4, "least number"}, Case{"max_points;3", "min_length;6", 5, "larger than"},
        Case{"50.46690049", "90.1", 9, "latitude"}, Case{"4.8675", "180.5", 9, "longitude"}, Case{"4.8675", "4,8675", 9, "longitude"},
        Case{"4.8675", "", 9, "longitude"}, Case{"50.46690049", "nan", 9, "latitude"}, Case{"50.46690049", "inf", 9, "latitude"},
        Case{"voter_id;vote;points", "voter_id;vote;score", 13, "\"points\" is missing"}, Case{"c,a;3,2", "c,a;3", 14, "2 projects and 1 points"},
        Case{"c,a;3,2", "c;3,2", 14, "1 projects and 2 points"}, Case{"c,a;3,2", "c,a;3,", 14, "whole number"}, Case{"c,a;3,2", "c,a;3,-2", 14, "whole number"},
        Case{"c,a;3,2", "c,a;3,2.5", 14, "whole number"}, Case{"c,a;3,2", "c,c;3,2", 14, "twice"}, Case{"v3;;", "v3;;1", 16, "0 projects and 1 points"});
    CAPTURE(wrong.from, wrong.to);
    const auto file = parse_pabulib(with(kCumulative, wrong.from, wrong.to));
    REQUIRE_FALSE(file.has_value());
    CAPTURE(file.error().message);
    CHECK(file.error().where == "line " + std::to_string(wrong.line));
    CHECK(file.error().message.find(wrong.says) != std::string::npos);
}

TEST_CASE("real cumulative and ordinal files read as their cities held them")
{
    const auto toulouse = real_file("france_toulouse_2019_.pb");
    CHECK(toulouse.definition.ballot == BallotRules{BallotKind::points, 0, 30, std::nullopt, 3, 7});
    CHECK(toulouse.votes[0].marks == Marks{{14, 2}, {21, 2}, {24, 2}, {9, 1}});
    CHECK(real_file("poland_katowice_2021_podlesie.pb").definition.ballot == BallotRules{BallotKind::points, 1, 16, std::nullopt, 3, 3});
    const auto krakow = real_file("poland_krakow_2022_grzegorzki.pb");
    CHECK(krakow.definition.ballot == BallotRules{BallotKind::ranking, 3, 3, std::nullopt});
    CHECK(krakow.votes.size() == 1469);
}
