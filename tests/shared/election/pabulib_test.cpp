#include "shared/election/pabulib.hpp"

#include "shared/base/file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

namespace {

using namespace isoloir;
using election::parse_pabulib;

const std::string kSmall =
    "META\n"                                     // 1
    "key;value\n"                                // 2
    "description;Budget de quartier\n"           // 3
    "num_projects;3\n"                           // 4
    "num_votes;3\n"                              // 5
    "budget;100.5\n"                             // 6
    "vote_type;approval\n"                       // 7
    "date_begin;14.06.2017\n"                    // 8
    "date_end;30.06.2017\n"                      // 9
    "min_length;1\n"                             // 10
    "max_length;2\n"                             // 11
    "max_sum_cost;100\n"                         // 12
    "language;french\n"                          // 13
    "PROJECTS\n"                                 // 14
    "project_id;cost;name;category;target\n"     // 15
    "a;50;Un banc;public space,sport;enfants\n"  // 16
    "b;60.25;Un arbre;;\n"                       // 17
    "10;7;Une mare;nature;\n"                    // 18
    "VOTES\n"                                    // 19
    "voter_id;age;vote\n"                        // 20
    "v1;46;a,10\n"                               // 21
    "v2;;b\n"                                    // 22
    "v3;20;\n";                                  // 23

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a Pabulib file becomes an election and its votes")
{
    const auto file = parse_pabulib(kSmall);
    REQUIRE(file.has_value());
    const auto& definition = file->definition;
    CHECK(definition.title.in("fr") == "Budget de quartier");
    CHECK(definition.envelope == Money{10050});
    CHECK(definition.ballot == election::BallotRules{election::BallotKind::approval, 1, 2, Money{10000}});
    CHECK(definition.ties == election::TieBreak::project_id);
    CHECK(definition.languages == std::vector<std::string>{"fr", "nl", "de", "en"});
    CHECK(definition.eligibility == election::Eligibility{0, false, true});
    CHECK(definition.phases == std::vector{election::Phase{election::PhaseKind::vote, "2017-06-14", "2017-06-30"}});
    REQUIRE(definition.projects.size() == 3);
    CHECK(definition.projects[0].id == "a");
    CHECK(definition.projects[0].title.in("fr") == "Un banc");
    CHECK(definition.projects[0].theme == "public space");
    CHECK(definition.projects[0].description.in("fr") == "enfants");
    CHECK(definition.projects[1].cost == Money{6025});
    REQUIRE(file->votes.size() == 3);
    CHECK(file->votes[0].voter_id == "v1");
    CHECK(file->votes[0].marks == test::marks({0, 2}));
    CHECK(file->votes[2].marks.empty());
}

TEST_CASE("what real Pabulib files do differently is understood")
{
    SECTION("section names in any case")
    {
        CHECK(parse_pabulib(with(kSmall, "\nVOTES\n", "\nvotes\n")).has_value());
    }
    SECTION("columns in any order")
    {
        const auto file =
            parse_pabulib(with(with(kSmall, "voter_id;age;vote", "age;vote;voter_id"), "v1;46;a,10\nv2;;b\nv3;20;\n", "46;a,10;v1\n;b;v2\n20;;v3\n"));
        REQUIRE(file.has_value());
        CHECK(file->votes[0].voter_id == "v1");
        CHECK(file->votes[0].marks == test::marks({0, 2}));
    }
    SECTION("line ends CRLF, a byte order mark and blank lines")
    {
        std::string windows = "\xEF\xBB\xBF";
        for (const char c : kSmall) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const auto file = parse_pabulib(windows + "\r\n\r\n");
        REQUIRE(file.has_value());
        CHECK(file->votes[0].marks == test::marks({0, 2}));
        CHECK(file->definition.title.in("fr") == "Budget de quartier");
    }
    SECTION("spaces around cells and ids")
    {
        CHECK(parse_pabulib(with(kSmall, "v1;46;a,10", "v1 ; 46; a, 10")).has_value());
    }
    SECTION("a list that names a project twice names it once")
    {
        CHECK(parse_pabulib(with(kSmall, "a,10", "10,a,10"))->votes[0].marks == test::marks({2, 0}));
    }
    SECTION("unknown keys are kept, with semicolons in them")
    {
        CHECK(parse_pabulib(with(kSmall, "language;french", "comment;one; two\nlanguage;french"))->meta.at("comment") == "one; two");
    }
    SECTION("quoted cells, and quotes that are part of a title")
    {
        const auto file = parse_pabulib(with(with(kSmall, "Un banc", "\"Un \"\"banc\"\"; long\""), "Un arbre", "\"Un\" arbre"));
        REQUIRE(file.has_value());
        CHECK(file->definition.projects[0].title.in("fr") == "Un \"banc\"; long");
        CHECK(file->definition.projects[1].title.in("fr") == "\"Un\" arbre");
    }
    SECTION("other dates")
    {
        const auto file = parse_pabulib(with(with(kSmall, "14.06.2017", "2017"), "30.06.2017", "2017-06-30"));
        CHECK(file->definition.phases.front() == election::Phase{election::PhaseKind::vote, "2017-01-01", "2017-06-30"});
    }
    SECTION("a limit above the number of projects")
    {
        CHECK(parse_pabulib(with(kSmall, "max_length;2", "max_length;9"))->definition.ballot.max_projects == 3);
    }
    SECTION("no limits: any choice, no ceiling")
    {
        const auto file = parse_pabulib(with(kSmall, "min_length;1\nmax_length;2\nmax_sum_cost;100\n", ""));
        CHECK(file->definition.ballot == election::BallotRules{election::BallotKind::approval, 0, 3, std::nullopt});
    }
    SECTION("a language that the booth does not speak")
    {
        const auto file = parse_pabulib(with(kSmall, "french", "Polish"));
        CHECK(file->definition.title.by_language.begin()->first == "pl");
        CHECK(file->definition.languages.front() == "fr");
    }
}

TEST_CASE("a malformed Pabulib file is refused with its line")
{
    struct Case {
        const char* from;
        const char* to;
        std::size_t line;
        const char* says;
    };
    const auto wrong =
        GENERATE(Case{"META\n", "", 1, "begins with META"}, Case{"key;value", "key;valeur", 2, "\"value\" is missing"},
                 Case{"key;value\n", "PROJECTS\n", 2, "names of the columns"}, Case{"budget;100.5", "budget;cent", 6, "not an amount"},
                 Case{"budget;100.5\n", "", 1, "no budget"}, Case{"100.5", "0", 6, "more than zero"}, Case{"100.5", "-100", 6, "not an amount"},
                 Case{"100.5", "100,5", 6, "not an amount"}, Case{"100.5", "99999999999999", 6, "not an amount"},
                 Case{"budget;100.5", "budget", 6, "2 columns"}, Case{"num_votes;3", "num_projects;3", 5, "stands twice"},
                 Case{"num_projects;3", "num_projects;4", 4, "says 4, but the file has 3"}, Case{"num_votes;3", "num_votes;2", 5, "says 2, but the file has 3"},
                 Case{"num_votes;3", "num_votes;three", 5, "not a whole number"}, Case{"num_votes;3", "num_votes;3x", 5, "not a whole number"},
                 Case{"approval", "scoring", 7, "negative scores"}, Case{"approval", "choose-1", 7, "not supported"},
                 Case{"vote_type;approval\n", "", 1, "no vote_type"}, Case{"min_length;1", "min_sum_cost;5", 10, "not supported yet"},
                 Case{"14.06.2017", "14/06/2017", 8, "not a date"}, Case{"14.06.2017", "31.06.2017", 8, "dates of the calendar"},
                 Case{"14.06.2017", "14.07.2017", 8, "ends before"}, Case{"min_length;1", "min_length;3", 10, "larger than"},
                 Case{"max_length;2", "max_length;0", 11, "between 1"}, Case{"max_sum_cost;100", "max_sum_cost;5", 12, "no choice"},
                 Case{"max_sum_cost;100", "max_sum_cost;x", 12, "not an amount"}, Case{"PROJECTS\n", "VOTES\n", 14, "in this order"},
                 Case{"project_id;cost", "id;cost", 15, "\"project_id\" is missing"}, Case{"name;category", "cost;category", 15, "stands twice"},
                 Case{"a;50;Un banc;public space,sport;enfants", "a;50;Un banc", 16, "5 columns are expected, found 3"},
                 Case{"a;50;", "a;-50;", 16, "not an amount"}, Case{"a;50;", "a;0;", 16, "more than zero"}, Case{"a;50;", "a;;", 16, "not an amount"},
                 Case{"a;50;", "a;50.123;", 16, "not an amount"}, Case{"b;60.25", "a;60.25", 17, "stands twice"}, Case{"b;60.25", ";60.25", 17, "empty"},
                 Case{"b;60.25", "\"b,c\";60.25", 17, "no comma"}, Case{"Un arbre", "Un \x01 arbre", 17, "control character"},
                 Case{"Un arbre", "Un \xE9 arbre", 17, "UTF-8"}, Case{"voter_id;age;vote", "voter_id;age;votes", 20, "\"vote\" is missing"},
                 Case{"v1;46;a,10", "v1;46;a,11", 21, "\"11\", which is no project"}, Case{"v1;46;a,10", "v1;46;a;10", 21, "3 columns are expected, found 4"},
                 Case{"v1;46;a,10", "v1;46;a,", 21, "comma"}, Case{"v1;46;a,10", "v1;46;,a", 21, "no project"}, Case{"v1;46", ";46", 21, "no id"},
                 Case{"v2;;b", "v1;;b", 22, "earlier line"}, Case{"v3;20;", "META", 23, "in this order"});
    CAPTURE(wrong.from, wrong.to);
    const auto file = parse_pabulib(with(kSmall, wrong.from, wrong.to));
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().where == "line " + std::to_string(wrong.line));
    CAPTURE(file.error().message);
    CHECK(file.error().message.find(wrong.says) != std::string::npos);
}

TEST_CASE("a Pabulib file that is cut short is refused wherever the cut is")
{
    // From the first vote on, num_votes tells; a cut inside the last line's empty cell leaves the file whole.
    const std::size_t cut = GENERATE(range(std::size_t{0}, kSmall.size() - 2));
    CAPTURE(cut);
    CHECK_FALSE(parse_pabulib(kSmall.substr(0, cut)).has_value());
}
