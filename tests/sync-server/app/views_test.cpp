// Page views: a number, and the pages that count.

#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using test::AServerFolder;

TEST_CASE("each result page that is asked for counts as a view, and what a script asks for does not")
{
    AServerFolder folder;
    const auto views = [&] { return folder.centre->standing().views; };
    for (const char* path : {"/", "/fr", "/nl", "/de", "/en"}) REQUIRE(folder.centre->document(path));
    CHECK(views() == 5);
    for (const char* path : {"/parts/standing-fr", "/live", "/style.css", "/live.js", "/checkpoint"}) REQUIRE(folder.centre->document(path));
    CHECK_FALSE(folder.centre->document("/parts/standing-xx"));
    CHECK(views() == 5);
}

TEST_CASE("page views are kept over a restart, and counted once")
{
    AServerFolder folder;
    REQUIRE(folder.centre->document("/"));
    REQUIRE(folder.centre->keep_views());
    REQUIRE(folder.centre->keep_views());
    REQUIRE(folder.centre->document("/"));
    CHECK(folder.centre->standing().views == 2);
    REQUIRE(folder.centre->keep_views());
    folder.restart();
    CHECK(folder.centre->standing().views == 2);
}

TEST_CASE("the part for the script is made anew when something changed, in each language")
{
    AServerFolder folder;
    const auto part = [&](const std::string& language) { return folder.centre->document("/parts/standing-" + language).value().body; };
    const auto french = part("fr");
    CHECK(part("fr") == french);
    CHECK(part("nl") != french);
    REQUIRE(folder.centre->put_hall({"Salle des fêtes", "Jambes", "", "", std::nullopt}));
    CHECK(part("fr").find("Salle des fêtes") != std::string::npos);
    REQUIRE(*folder.centre->close());
    CHECK(part("fr").find("Salle des fêtes") == std::string::npos);
}
