#include "sync-server/online/csv.hpp"

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::online;

namespace {

using Items = std::vector<std::string_view>;

std::string voter(const OnlineLine& line)
{
    return std::get<std::string>(line.voter);
}

Items projects(const OnlineLine& line)
{
    return *items_of(line.projects, "a project");
}

const std::string kTag = "9ed02eee5943700b47bc9d6ad65654c0c6dcb9cf16ca7009d5c033467d9e9153";

}  // namespace

TEST_CASE("a table with blank lines, quotes, capitals and blanks reads like a plain one")
{
    const auto lines = read_csv("Voter_ID;Projects\n\nAB-12;p1,p2\n\"CD34\";\"p3\"\nEF56;\n GH78\t; p1 , p2 ");
    REQUIRE(lines);
    REQUIRE(lines->size() == 4);
    CHECK((*lines)[0].number == 3);
    CHECK(voter((*lines)[0]) == "AB-12");
    CHECK(projects((*lines)[0]) == Items{"p1", "p2"});
    CHECK((*lines)[1].number == 4);
    CHECK(voter((*lines)[1]) == "CD34");
    CHECK(projects((*lines)[1]) == Items{"p3"});
    CHECK(projects((*lines)[2]).empty());
    CHECK(voter((*lines)[3]) == "GH78");
    CHECK(projects((*lines)[3]) == Items{"p1", "p2"});
    for (const auto& line : *lines) CHECK(line.wrong.empty());
}

TEST_CASE("a line that does not read is told by its number, the others stand")
{
    const auto lines = read_csv("voter_id;projects\nno separator\na;b;c\n;p1\n\"A1;p1\n\"A2\"x;p1\nA3;p1\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(i);
        CHECK((*lines)[i].number == i + 2);
        CHECK_FALSE((*lines)[i].wrong.empty());
    }
    CHECK((*lines)[5].wrong.empty());
}

TEST_CASE("a list says what is missing in it")
{
    for (const char* list : {"p1,,p2", "p1,", ",p1", ",", " , "}) {
        CAPTURE(list);
        CHECK(items_of(list, "a project").error().message == "a project beside a comma is missing");
    }
    CHECK(items_of(" ", "a project")->empty());
}

TEST_CASE("a third column holds points, beside the projects in their order")
{
    const auto lines = read_csv("voter_id;projects;POINTS\nA1;p2,p1;3, 1\nA2;;\nA3;p1\nA4;p1;2;3\n\"A6\";\"p1\";\"2\"\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 5);
    CHECK(projects((*lines)[0]) == Items{"p2", "p1"});
    CHECK((*lines)[0].points == "3, 1");
    CHECK((*lines)[1].points == "");
    for (const std::size_t wrong : {2U, 3U}) CHECK_FALSE((*lines)[wrong].wrong.empty());
    CHECK((*lines)[4].points == "2");
    CHECK((*lines)[4].wrong.empty());
    CHECK_FALSE(read_csv("voter_id;projects\nA1;p1\n")->front().points.has_value());
}

TEST_CASE("a voter is given by a tag, in hexadecimal or base64url, and nothing else passes for one")
{
    const auto lines = read_csv("voter_tag;projects\n" + kTag + ";p1\n" + ascii_upper(kTag) + ";p1\n" + to_base64url(*from_hex(kTag)) + ";p1\n" + kTag +
                                "00;p1\n" + kTag.substr(2) + ";p1\n" + std::string(64, 'g') + ";p1\n" + to_base64url(*from_hex(kTag)) + "=;p1\nABC123;p1\n" +
                                std::string(43, '_') + ";p1\n'" + kTag + ";p1\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 10);
    for (const std::size_t right : {0U, 1U, 2U}) CHECK(to_hex(std::get<election::VoterTag>((*lines)[right].voter)) == kTag);
    for (std::size_t i = 3; i < 10; ++i) {
        CAPTURE(i);
        CHECK((*lines)[i].wrong.find("64 hexadecimal digits") != std::string::npos);
        CHECK((*lines)[i].wrong.find("ABC") == std::string::npos);
    }
}

TEST_CASE("a tag in the column of identifiers stays text: who hands over identities does not mix in tags")
{
    CHECK(voter(read_csv("voter_id;projects\n" + kTag + ";p1\n")->front()) == kTag);
}

TEST_CASE("with commas between the cells, lists stand in quotes")
{
    const auto lines = read_csv("voter_id,projects,points\nA1,\"p1,p2\",\"2,1\"\nA2,p1,3\nA3,p1,p2,2,1\nA4,,\n");
    REQUIRE(lines);
    CHECK(projects((*lines)[0]) == Items{"p1", "p2"});
    CHECK((*lines)[0].points == "2,1");
    CHECK(projects((*lines)[1]) == Items{"p1"});
    CHECK((*lines)[2].wrong.find("quotes") != std::string::npos);
    CHECK((*lines)[3].wrong.empty());
}

TEST_CASE("orders as Decidim exports them read by their columns, and others are passed over")
{
    const auto lines = read_csv("id;voter_tag;projects;title\n17;" + kTag + ";12, 4;\"a \"\"quoted\"\"; title\"\n18;" + kTag + ";7;x\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 2);
    CHECK((*lines)[0].wrong.empty());
    CHECK(to_hex(std::get<election::VoterTag>((*lines)[0].voter)) == kTag);
    CHECK(projects((*lines)[0]) == Items{"12", "4"});
    CHECK(projects((*lines)[1]) == Items{"7"});
}

TEST_CASE("a header without what is needed, or with it twice, refuses the file with the line")
{
    for (const char* header :
         {"A1;p1", "voter_id", "projects", "voter_id;points", "voter;projects", "voter_id|projects", "voter_id;projects;projects", "voter_id;voter_id;projects",
          "voter_id;voter_tag;projects", "voter_id;projects;points;Points", "\"voter_id;projects", "'voter_id;projects", "voter_id\tprojects"}) {
        CAPTURE(header);
        const auto read = read_csv(std::string("\n") + header + "\nA1;p1\n");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Errc::malformed);
        CHECK(read.error().where == "line 2");
    }
    CHECK(read_csv("").error().message.find("empty") != std::string::npos);
    CHECK(read_csv("\n \n").error().code == Errc::malformed);
    CHECK(read_csv("voter_id;projects")->empty());
}
