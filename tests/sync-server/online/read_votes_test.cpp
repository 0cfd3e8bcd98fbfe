#include "sync-server/online/read_votes.hpp"

#include <sys/resource.h>

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

using namespace isoloir;
using namespace isoloir::online;

namespace {

const std::string kTag = "9ed02eee5943700b47bc9d6ad65654c0c6dcb9cf16ca7009d5c033467d9e9153";
const std::string kOther = "0000000000000000000000000000000000000000000000000000000000000001";

std::string tag_of(const OnlineLine& line)
{
    return to_hex(std::get<election::VoterTag>(line.voter));
}

/// A Pabulib file with these votes, of which line 12 is the first.
std::string pabulib(const std::string& votes, const std::string& type = "approval", const std::string& columns = "voter_id;vote")
{
    return "META\nkey;value\nbudget;100\nvote_type;" + type + "\ndescription;a;b\nPROJECTS\nproject_id;cost\np1;10\np2;20\nVOTES\n" + columns + "\n" + votes;
}

}  // namespace

TEST_CASE("each format is recognised by itself, in any encoding and whatever its lines end in")
{
    for (const std::string& file : {"voter_tag;projects\n" + kTag + ";p1,p2\n", "voter_tag,projects\n" + kTag + ",\"p1,p2\"\n",
                                    "\n \nvoter_tag;projects\r\n" + kTag + ";p1,p2\r\n", "id;voter_tag;projects\r9;" + kTag + ";p1, p2\r",
                                    "\xEF\xBB\xBF" + kTag + ",p1,p2", pabulib(kTag + ";p1,p2\n"), "\r\n meta \r\n" + pabulib(kTag + ";p1,p2\n").substr(5)}) {
        CAPTURE(file);
        const auto lines = read_votes(file);
        REQUIRE(lines);
        REQUIRE(lines->size() == 1);
        CHECK(lines->front().wrong.empty());
        CHECK(tag_of(lines->front()) == kTag);
        CHECK(*items_of(lines->front().projects, "") == std::vector<std::string_view>{"p1", "p2"});
    }
}

TEST_CASE("what is no file of votes is refused whole, with the place and what is expected")
{
    for (const std::string& file :
         {std::string("PROJECTS\n"), kTag + ";p1\n", kTag.substr(1) + ",p1\n", std::string("<html>"), std::string("{\"votes\":[]}")}) {
        CAPTURE(file);
        const auto read = read_votes(file);
        REQUIRE_FALSE(read);
        CHECK(read.error().where == "line 1");
        CHECK(read.error().message.find("voter_tag") != std::string::npos);
    }
    CHECK(read_votes("").error().code == Errc::malformed);
}

TEST_CASE("ballot sheets are read line by line: a tag, then ids; none is a blank ballot")
{
    const auto lines = read_votes(kTag + ",12,7\n\n" + kOther + "\n" + kTag + ",\nsomebody,12\n" + kTag + ";12\n" + kTag + ",12;13\n");
    REQUIRE(lines);
    REQUIRE(lines->size() == 6);
    CHECK((*lines)[0].projects == "12,7");
    CHECK((*lines)[1].number == 3);
    CHECK(tag_of((*lines)[1]) == kOther);
    for (const std::size_t blank : {1U, 2U}) CHECK((*lines)[blank].projects.empty());
    for (const std::size_t wrong : {3U, 4U}) CHECK_FALSE((*lines)[wrong].wrong.empty());
    CHECK((*lines)[5].projects == "12;13");
}

TEST_CASE("a Pabulib file gives its votes with tags, national numbers and codes; what does not read is told by its line")
{
    const auto lines = read_votes(pabulib(kTag + ";p1\n85.07.30-033.28;p2\nCODE-12;\n17;p1\n;p1\nA1;p1;x\nMETA\nA2;p9\n"));
    REQUIRE(lines);
    REQUIRE(lines->size() == 8);
    CHECK(tag_of((*lines)[0]) == kTag);
    CHECK((*lines)[0].number == 12);
    CHECK(std::get<std::string>((*lines)[1].voter) == "85.07.30-033.28");
    CHECK(std::get<std::string>((*lines)[2].voter) == "CODE-12");
    CHECK((*lines)[2].projects.empty());
    CHECK((*lines)[3].wrong.find("names no voter") != std::string::npos);
    for (const std::size_t wrong : {4U, 5U, 6U}) CHECK_FALSE((*lines)[wrong].wrong.empty());
    CHECK((*lines)[7].number == 19);
    CHECK((*lines)[7].wrong.empty());  // whether there is such a project, the election says
    for (const std::size_t right : {0U, 1U, 2U, 7U}) CHECK((*lines)[right].kind == election::BallotKind::approval);
}

TEST_CASE("a Pabulib file that numbers its ballots is refused: nobody in it can be told from anybody else")
{
    const auto refused = read_votes(pabulib("1;p1\n2;p2\n40;p1,p2\n"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::refused);
    CHECK(refused.error().message.find("names no voters") != std::string::npos);
    CHECK(refused.error().message.find("docs/platforms.md") != std::string::npos);
    CHECK_FALSE(read_votes(pabulib("4294967295;p1\n")));
    CHECK(read_votes(pabulib("85073003328;p1\n"))->front().wrong.empty());
    CHECK(read_votes(pabulib(""))->empty());
}

TEST_CASE("points count in a cumulative Pabulib vote alone, in an ordinal one the order does")
{
    const auto points = read_votes(pabulib("A1;p2,p1;3,1\n", "cumulative", "voter_id;vote;points"));
    CHECK(points->front().points == "3,1");
    CHECK(points->front().kind == election::BallotKind::points);
    const auto ordinal = read_votes(pabulib("A1;p2,p1;2,1\n", "ordinal", "voter_id;vote;points"));
    CHECK_FALSE(ordinal->front().points);
    CHECK(ordinal->front().kind == election::BallotKind::ranking);
}

TEST_CASE("a Pabulib file that is cut, lacks a column or is of an unknown vote type is refused whole")
{
    const std::string whole = pabulib("A1;p1\n");
    for (const char* end : {"PROJECTS", "project_id", "VOTES", "voter_id"}) CHECK(read_votes(whole.substr(0, whole.find(end))).error().code == Errc::malformed);
    CHECK(read_votes(pabulib("A1;p1\n", "approval", "voter_id;votes")).error().where == "line 11");
    CHECK(read_votes(pabulib("A1;p1\n", "cumulative")).error().where == "line 11");
    CHECK(read_votes(pabulib("A1;p1\n", "scoring")).error().code == Errc::refused);
    std::string announced = whole;
    announced.insert(announced.find("description"), "num_votes;2\n");
    CHECK(read_votes(announced).error().message.find("num_votes") != std::string::npos);
}

TEST_CASE("a million votes of any format are read in one go, with no more memory than the text and a few hundred bytes for each")
{
    constexpr std::size_t kVotes = test::kSanitized ? 100'000 : 1'000'000;
    std::string rows;
    const int format = GENERATE(0, 1, 2);
    const char separator = format == 1 ? ',' : ';';
    for (std::size_t i = 0; i < kVotes; ++i) {
        std::string tag = std::to_string(i);
        tag.insert(0, 64 - tag.size(), 'a');
        rows += tag + separator + std::to_string(i % 900 + 100) + "," + std::to_string(i % 800 + 1000) + "\n";
    }
    const std::string file = format == 0 ? "voter_tag;projects\n" + rows : format == 1 ? rows : pabulib(rows);
    rows = {};
    const auto peak_kib = [] {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    const auto before = peak_kib();
    const auto lines = read_votes(file);
    REQUIRE(lines);
    CHECK(lines->size() == kVotes);
    CHECK(lines->back().wrong.empty());
    if (!test::kSanitized) CHECK(peak_kib() - before < 700 * 1024);
}
