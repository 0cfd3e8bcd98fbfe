#include "tests/support/catch.hpp"

#include "sync-server/online/csv.hpp"

using namespace isoloir;
using namespace isoloir::online;

TEST_CASE("a file with byte order mark, CRLF, blank lines and quotes reads like a plain one")
{
    const std::string text = "\xef\xbb\xbfVoter_ID;Projects\r\n\r\nAB-12;p1,p2\r\n\"CD34\";\"p3\"\r\nEF56;\r\nGH78; p1 , p2 ";
    const auto lines = read_csv(text);
    REQUIRE(lines);
    REQUIRE(lines->size() == 4);
    CHECK((*lines)[0].number == 3);
    CHECK((*lines)[0].voter == "AB-12");
    CHECK((*lines)[0].projects == std::vector<std::string_view>{"p1", "p2"});
    CHECK((*lines)[1].voter == "CD34");
    CHECK((*lines)[1].projects == std::vector<std::string_view>{"p3"});
    CHECK((*lines)[2].projects.empty());
    CHECK((*lines)[3].projects == std::vector<std::string_view>{"p1", "p2"});
    for (const auto& line : *lines) CHECK(line.wrong.empty());
}

TEST_CASE("a line that does not read is told by its number, the others stand")
{
    const auto lines = read_csv("voter_id;projects\nno separator\na;b;c\n;p1\nA1;p1,,p2\nA2;p1,\nA3;p1\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(i);
        CHECK((*lines)[i].number == i + 2);
        CHECK_FALSE((*lines)[i].wrong.empty());
    }
    CHECK((*lines)[5].wrong.empty());
}

TEST_CASE("a third column holds points, beside the projects in their order")
{
    const auto lines = read_csv("voter_id;projects;POINTS\nA1;p2,p1;3, 1\nA2;;\nA3;p1\nA4;p1;2;3\nA5;p1;2,\n\"A6\";\"p1\";\"2\"\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 6);
    CHECK((*lines)[0].projects == std::vector<std::string_view>{"p2", "p1"});
    CHECK((*lines)[0].points == std::vector<std::string_view>{"3", "1"});
    CHECK((*lines)[1].points == std::vector<std::string_view>{});
    for (const std::size_t wrong : {2U, 3U, 4U}) CHECK_FALSE((*lines)[wrong].wrong.empty());
    CHECK((*lines)[5].points == std::vector<std::string_view>{"2"});
    CHECK((*lines)[5].wrong.empty());
    CHECK_FALSE(read_csv("voter_id;projects\nA1;p1\n")->front().points.has_value());
}

TEST_CASE("a file without its header line or in another encoding is refused whole")
{
    CHECK(read_csv("").error().code == Errc::malformed);
    CHECK(read_csv("\n\n").error().code == Errc::malformed);
    CHECK(read_csv("A1;p1\n").error().code == Errc::malformed);
    CHECK(read_csv("voter_id,projects\nA1,p1\n").error().code == Errc::malformed);
    CHECK(read_csv("voter_id;projects\nA1;\xe9t\xe9\n").error().code == Errc::malformed);
}
