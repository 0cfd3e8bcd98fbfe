#include "tests/shared/verify/a_run.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using test::verify;

namespace {

const std::string kBoernerowo = ISOLOIR_TEST_DATA "/pabulib/poland_warszawa_2018_boernerowo-fort-radiowo-groty-gorce.pb";

}  // namespace

TEST_CASE("tally --json prints the winners in order of selection and what they cost")
{
    const auto run = verify("tally " + kBoernerowo + " --rule greedy --json");
    REQUIRE(run.code == 0);
    CHECK(run.out ==
          "{\"winners\":[\"609\",\"217\",\"2176\",\"1457\",\"222\",\"2782\",\"241\",\"1415\"],\"spent\":577419,\"ballots\":1145,"
          "\"invalid\":2}\n");
}

TEST_CASE("tally prints cents only where there are any")
{
    const test::TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.pb",
                       "META\nkey;value\nbudget;446829.4\nvote_type;approval\nPROJECTS\nproject_id;cost\n007;446829.4\nVOTES\nvoter_id;vote\n1;007\n")
                .has_value());
    const auto run = verify("tally " + (folder / "a.pb").string() + " --json");
    CHECK(run.out == "{\"winners\":[\"007\"],\"spent\":446829.4,\"ballots\":1,\"invalid\":0}\n");
}

TEST_CASE("tally prints a table for people")
{
    const auto run = verify("tally " + kBoernerowo);
    REQUIRE(run.code == 0);
    CHECK(run.out.find("536        167200  funded") != std::string::npos);
    CHECK(run.out.find("1145 ballots, 2 invalid") != std::string::npos);
}

TEST_CASE("tally counts points and rankings, and calls points by their name")
{
    CHECK(verify("tally " ISOLOIR_TEST_DATA "/pabulib/france_toulouse_2019_.pb --json").out ==
          "{\"winners\":[\"4\",\"16\",\"13\",\"29\",\"5\",\"10\",\"30\",\"20\",\"1\",\"18\",\"7\",\"27\",\"6\",\"26\"],\"spent\":1000000,"
          "\"ballots\":1494,\"invalid\":0}\n");
    const auto table = verify("tally " ISOLOIR_TEST_DATA "/pabulib/poland_krakow_2022_grzegorzki.pb").out;
    CHECK(table.find("    points  ") != std::string::npos);
    CHECK(table.find("      1532        500000  funded") != std::string::npos);
    CHECK(verify("tally " + kBoernerowo).out.find("     votes  ") != std::string::npos);
}

TEST_CASE("a refused file ends with code 1 and one sentence with file and line, and prints no result")
{
    const test::TemporaryFolder folder;
    const std::string scoring = (folder / "scoring.pb").string();
    REQUIRE(write_file(scoring, "META\nkey;value\nbudget;10\nvote_type;scoring\nPROJECTS\nproject_id;cost\na;5\nVOTES\nvoter_id;vote\n"));
    const auto run = verify("tally " + scoring + " --json");
    CHECK(run.code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find(scoring + ": line 4: the vote type \"scoring\" is not supported") != std::string::npos);
    CHECK(verify("tally /nowhere.pb").code == 1);
}

TEST_CASE("wrong use is told from a refused file by its exit code, and help and version are there")
{
    for (const char* wrong : {"", "tally", "tally x.pb --rule lot", "count x.pb"}) {
        CAPTURE(wrong);
        const auto run = verify(wrong);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.empty());
    }
    CHECK(verify("--help").code == 0);
    CHECK(verify("--version").out == "isoloir-verify 0.1.0\n");
}
