// What the public pages say of halls: put, corrected, listed, taken off.

#include <sstream>

#include "sync-server/app/commands.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using test::AServerFolder;
using test::fails_as;

namespace {

std::vector<std::string> names(const AServerFolder& folder)
{
    std::vector<std::string> names;
    for (const auto& hall : folder.centre->standing().halls) names.push_back(hall.name);
    return names;
}

}  // namespace

TEST_CASE("halls stand by commune and name, are corrected by their name, and are there after a restart")
{
    AServerFolder folder;
    CHECK(folder.centre->halls().value().empty());
    const auto before = folder.centre->standing().version;
    REQUIRE(folder.centre->put_hall({"Salle 2", "Namur", "", "", std::nullopt}));
    CHECK(folder.centre->standing().version > before);  // whoever follows the pages is told
    REQUIRE(folder.centre->put_hall({"Salle 3", "Jambes", "", "", std::nullopt}));
    REQUIRE(folder.centre->put_hall({"Salle 1", "Namur", "", "", std::nullopt}));
    CHECK(names(folder) == std::vector<std::string>{"Salle 3", "Salle 1", "Salle 2"});
    const publish::Hall corrected{"Salle 1", "Andenne", "Place 1", "9–17 h", election::Position{1, 2}};
    REQUIRE(folder.centre->put_hall(corrected));
    folder.restart();
    CHECK(names(folder) == std::vector<std::string>{"Salle 1", "Salle 3", "Salle 2"});
    CHECK(folder.centre->halls().value().front() == corrected);
    REQUIRE(folder.centre->remove_hall("Salle 1"));
    CHECK(fails_as(folder.centre->remove_hall("Salle 1"), Errc::not_found));
    CHECK(names(folder) == std::vector<std::string>{"Salle 3", "Salle 2"});
}

TEST_CASE("a hall that says nothing of use, or is one too many, changes nothing")
{
    AServerFolder folder;
    CHECK(fails_as(folder.centre->put_hall({"", "Namur", "", "", std::nullopt}), Errc::malformed));
    for (std::size_t i = 0; i < publish::kMaxHalls; ++i) REQUIRE(folder.centre->put_hall({"Salle " + std::to_string(i), "", "", "", std::nullopt}));
    CHECK(fails_as(folder.centre->put_hall({"Une de trop", "", "", "", std::nullopt}), Errc::refused));
    CHECK(folder.centre->put_hall({"Salle 7", "Namur", "", "", std::nullopt}));
    CHECK(folder.centre->halls().value().size() == publish::kMaxHalls);
}

TEST_CASE("an admin puts, lists and removes halls at the shell")
{
    AServerFolder folder;
    std::ostringstream out;
    const auto run = [&](const std::vector<std::string>& args) {
        out.str("");
        return app::run_command(args, *folder.centre, out, out);
    };
    REQUIRE(run({"hall", "put", "Salle 1", "--commune", "Jambes", "--address", "Rue 1", "--hours", "9–17 h", "--latitude", "50.456", "--longitude",
                 "-4.871"}) == 0);
    CHECK(folder.centre->halls().value().front() == publish::Hall{"Salle 1", "Jambes", "Rue 1", "9–17 h", election::Position{50'456'000, -4'871'000}});
    CHECK(run({"hall", "put", "Salle 2", "--latitude", "50"}) != 0);
    CHECK(run({"hall", "put", "Salle 2", "--latitude", "91", "--longitude", "4"}) != 0);
    REQUIRE(run({"hall", "list"}) == 0);
    CHECK(out.str().find("Rue 1") != std::string::npos);
    REQUIRE(run({"hall", "list", "--json"}) == 0);
    CHECK(publish::read_halls(out.str()).value().size() == 1);
    REQUIRE(run({"hall", "remove", "Salle 1"}) == 0);
    CHECK(run({"hall", "remove", "Salle 1"}) == 1);
}
