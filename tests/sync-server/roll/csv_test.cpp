#include "sync-server/roll/csv.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using Lines = std::vector<std::pair<std::size_t, std::string>>;

namespace {

Lines lines_of(std::string_view text)
{
    const auto read = roll::read_csv(text);
    INFO((read ? std::string() : read.error().text()));
    REQUIRE(read);
    Lines lines;
    for (const auto& line : *read) lines.emplace_back(line.number, line.identifier);
    return lines;
}

}  // namespace

TEST_CASE("a list of bare identifiers is read with its line numbers, whatever its line ends and blank lines")
{
    CHECK(lines_of("85.07.30-033.28\n\nK7QD 2M\n") == Lines{{1, "85.07.30-033.28"}, {3, "K7QD 2M"}});
    CHECK(lines_of("\xef\xbb\xbf"
                   "12345\r\n\"67890\"\r\nlast") == Lines{{1, "12345"}, {2, "67890"}, {3, "last"}});
}

TEST_CASE("with a header the identifiers stand in the column that it names")
{
    CHECK(lines_of("voter_id\n1\n2\n") == Lines{{2, "1"}, {3, "2"}});
    CHECK(lines_of("Nom;NISS;Rue\nDupont;85073003328;\"Rue Haute; 3\"\n\"Le \"\"Grand\"\"; Jean\" ; 2 ;x\n") == Lines{{2, "85073003328"}, {3, "2"}});
    CHECK(lines_of("name,code\n\"a,b\",1\n") == Lines{{2, "1"}});
    CHECK(lines_of("name\tINSZ\n\t7\n") == Lines{{2, "7"}});
    CHECK(lines_of("\n\nname;code\nshort\n") == Lines{{4, ""}});
    CHECK(lines_of("number;code;qr\r\n1;AAAA-BBBB;AAAABBBB\r\n") == Lines{{2, "AAAA-BBBB"}});
}

TEST_CASE("a header that is not known never becomes somebody's code")
{
    for (const char* text : {"Rijksregisternummer\n1\n", "name;number\nx;1\n", "85073003328;Dupont\n", "A, B\n"}) {
        INFO(text);
        const auto read = roll::read_csv(text);
        REQUIRE(test::fails_as(read, Errc::malformed));
        CHECK(read.error().where == "line 1");
    }
}

TEST_CASE("a file with nobody in it, or in another encoding, is refused")
{
    CHECK(test::fails_as(roll::read_csv(""), Errc::malformed));
    CHECK(test::fails_as(roll::read_csv("\n \n"), Errc::malformed));
    CHECK(test::fails_as(roll::read_csv("voter_id\n"), Errc::malformed));
    CHECK(test::fails_as(roll::read_csv("voter_id\n\xe9t\xe9\n"), Errc::malformed));
}
