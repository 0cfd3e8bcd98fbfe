#include <nlohmann/json.hpp>

#include "tests/shared/verify/a_run.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using nlohmann::json;
using test::verify;

namespace {

const std::string kBoernerowo = ISOLOIR_TEST_DATA "/pabulib/poland_warszawa_2018_boernerowo-fort-radiowo-groty-gorce.pb";
const std::string kKrakow = ISOLOIR_TEST_DATA "/pabulib/poland_krakow_2022_grzegorzki.pb";

json counted(const std::string& arguments)
{
    const auto run = verify("tally " + arguments + " --json");
    INFO(run.err);
    REQUIRE(run.code == 0);
    return json::parse(run.out);
}

}  // namespace

TEST_CASE("tally --json prints the winners in order of selection and what they cost, on one line")
{
    const auto run = verify("tally " + kBoernerowo + " --rule greedy --json");
    REQUIRE(run.code == 0);
    CHECK(
        run.out.starts_with("{\"winners\":[\"609\",\"217\",\"2176\",\"1457\",\"222\",\"2782\",\"241\",\"1415\"],\"spent\":577419,\"ballots\":1145,"
                            "\"invalid\":2,\"rule\":\"greedy\",\"satisfaction\":\"votes\",\"rounds\":["));
    CHECK(run.out.find('\n') == run.out.size() - 1);
}

TEST_CASE("tally --json says why each project won or lost, round by round")
{
    const json greedy = counted(kBoernerowo);
    CHECK(greedy["rounds"][0] == json::parse(R"({"project":"609","score":"536","score_decimal":536.0,"supporters":536,"cost":167200,"left_before":616000})"));
    CHECK(greedy["rounds"].size() == 8);
    CHECK(greedy["not_funded"].size() == 7);
    for (const auto& lost : greedy["not_funded"]) CHECK(lost["verdict"] == "does-not-fit");

    const json mes = counted(kBoernerowo + " --rule mes --satisfaction cost");
    CHECK(mes["winners"] == json::parse(R"(["609","217","1457","222","2782","1415","598"])"));
    CHECK(mes["completion"] == "none");
    CHECK(mes["share"] == "123200/229");  // 616000 for 1145 voters
    CHECK(mes["rounds"][0]["score"] == "1/536");
    CHECK(mes["rounds"][0]["gave_all"] == 0);
    CHECK(mes["not_funded"].size() == 8);
    for (const auto& lost : mes["not_funded"]) {
        CHECK(lost["verdict"] == "supporters-ran-out");
        CHECK(lost["supporters_had_decimal"] < lost["cost"]);
    }

    const json filled = counted(kBoernerowo + " --rule mes --satisfaction votes --completion add1-greedy");
    CHECK(filled["rounds"].back()["completing"] == true);
    CHECK(filled["winners"].size() == 10);
}

TEST_CASE("tally without a satisfaction takes the one that suits the ballots, and says which")
{
    CHECK(counted(kBoernerowo + " --rule mes")["satisfaction"] == "cost");
    CHECK(counted(kKrakow + " --rule mes")["satisfaction"] == "borda");
    CHECK(counted(ISOLOIR_TEST_DATA "/pabulib/france_toulouse_2019_.pb --rule mes")["satisfaction"] == "points");
    CHECK_FALSE(counted(kBoernerowo + " --rule phragmen").contains("satisfaction"));
}

TEST_CASE("tally --no-skip ends with the first project that does not fit")
{
    const json all = counted(kKrakow + " --skip");
    const json ended = counted(kKrakow + " --no-skip");
    CHECK(all["winners"].size() == 8);
    CHECK(ended["winners"] == json::parse(R"(["17","24","14","9"])"));
    CHECK(ended["not_funded"][0]["verdict"] == "does-not-fit");
    CHECK(ended["not_funded"][1]["verdict"] == "not-reached");
}

TEST_CASE("options that do not suit the ballots or each other end with code 1 and one sentence, without a result")
{
    const auto [options, said] = GENERATE(table<std::string, std::string>({{" --rule mes --satisfaction borda", "satisfaction: "},
                                                                           {" --rule phragmen --satisfaction cost", "satisfaction: "},
                                                                           {" --rule greedy --completion add1", "completion: "},
                                                                           {" --rule mes --no-skip", "skip: "}}));
    const auto run = verify("tally " + kBoernerowo + options + " --json");
    CHECK(run.code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find(said) != std::string::npos);
    CHECK(verify("tally " + kKrakow + " --rule phragmen").err.find("needs approval ballots") != std::string::npos);
}

TEST_CASE("tally prints cents only where there are any")
{
    const test::TemporaryFolder folder;
    REQUIRE(write_file(folder / "a.pb",
                       "META\nkey;value\nbudget;446829.4\nvote_type;approval\nPROJECTS\nproject_id;cost\n007;446829.4\nVOTES\nvoter_id;vote\n1;007\n")
                .has_value());
    const auto run = verify("tally " + (folder / "a.pb").string() + " --json");
    CHECK(run.out.starts_with("{\"winners\":[\"007\"],\"spent\":446829.4,\"ballots\":1,\"invalid\":0,"));
}

TEST_CASE("tally prints a table for people")
{
    const auto run = verify("tally " + kBoernerowo);
    REQUIRE(run.code == 0);
    CHECK(run.out.find("536        167200  funded") != std::string::npos);
    CHECK(run.out.find("1145 ballots, 2 invalid") != std::string::npos);
    const auto mes = verify("tally " + kBoernerowo + " --rule mes").out;
    CHECK(mes.find("supporters ran out") != std::string::npos);
    CHECK(mes.find("   1      609  0.00186567 paid for each unit of satisfaction, 536 supporters") != std::string::npos);
}

TEST_CASE("tally counts points and rankings, and calls points by their name")
{
    const json toulouse = counted(ISOLOIR_TEST_DATA "/pabulib/france_toulouse_2019_.pb");
    CHECK(toulouse["winners"] == json::parse(R"(["4","16","13","29","5","10","30","20","1","18","7","27","6","26"])"));
    CHECK(toulouse["spent"] == 1000000);
    CHECK(toulouse["ballots"] == 1494);
    CHECK(toulouse["invalid"] == 0);
    const auto table = verify("tally " + kKrakow).out;
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
    for (const char* wrong : {"", "tally", "tally x.pb --rule lot", "tally x.pb --satisfaction joy", "tally x.pb --completion add2", "count x.pb"}) {
        CAPTURE(wrong);
        const auto run = verify(wrong);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.empty());
    }
    CHECK(verify("--help").code == 0);
    CHECK(verify("--version").out == "isoloir-verify 0.1.0\n");
}
