#include "sync-server/publish/hall.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using publish::Hall;
using test::fails_as;

namespace {

Hall a_hall(const std::string& name = "Salle des fêtes")
{
    return {name, "Jambes", "Rue de la Pépinière 1", "lu–ve 9–17 h", election::Position{50'456'000, 4'871'000}};
}

}  // namespace

TEST_CASE("what is told of halls reads as it was written, with or without a place on the map")
{
    Hall without = a_hall("Maison de quartier");
    without.position.reset();
    without.hours.clear();
    const std::vector<Hall> halls{a_hall(), without};
    CHECK(publish::read_halls(publish::write_halls(halls)).value() == halls);
    CHECK(publish::read_halls(publish::write_halls({})).value().empty());
    for (const Hall& hall : halls) CHECK(publish::read_hall(publish::write_hall(hall)).value() == hall);
}

TEST_CASE("a hall with a member too many, too few or out of bounds is refused")
{
    const auto written = nlohmann::json::parse(publish::write_hall(a_hall()));
    const auto refuses = [](const nlohmann::json& json) { return fails_as(publish::read_hall(json.dump()), Errc::malformed); };
    CHECK_FALSE(refuses(written));
    for (const char* member : {"name", "commune", "address", "hours", "latitude", "longitude"}) {
        INFO(member);
        auto json = written;
        json.erase(member);
        CHECK(refuses(json));
        json[member] = nullptr;
        CHECK(refuses(json));
    }
    auto json = written;
    json["phone"] = "081";
    CHECK(fails_as(publish::read_hall(json.dump()), Errc::refused));
    for (const auto& [member, value] : {std::pair{"latitude", 90'000'001}, std::pair{"latitude", -90'000'001}, std::pair{"longitude", 180'000'001}}) {
        json = written;
        json[member] = value;
        CHECK(refuses(json));
    }
}

TEST_CASE("a hall has a name of its own, and plain lines of bounded length")
{
    CHECK(publish::check_hall(a_hall()));
    for (const std::string& name : {std::string(), std::string(" Jambes"), std::string("online"), std::string("unknown"), std::string("a\nb"),
                                    std::string("\xff"), std::string(publish::kMaxHallText + 1, 'x')}) {
        INFO(name);
        CHECK(fails_as(publish::check_hall(a_hall(name)), Errc::malformed));
    }
    CHECK(publish::check_hall(a_hall(std::string(publish::kMaxHallText, 'x'))));
    Hall hall = a_hall();
    hall.hours = std::string(publish::kMaxHallHours + 1, 'x');
    CHECK(fails_as(publish::check_hall(hall), Errc::malformed));
    hall = a_hall();
    hall.position->latitude = 90'000'001;
    CHECK(fails_as(publish::check_hall(hall), Errc::malformed));
}

TEST_CASE("a list with two halls of one name, or with too many, is refused")
{
    const std::vector<Hall> twice{a_hall(), a_hall()};
    CHECK(fails_as(publish::read_halls(publish::write_halls(twice)), Errc::malformed));
    std::vector<Hall> many;
    for (std::size_t i = 0; i < publish::kMaxHalls; ++i) many.push_back(a_hall("Salle " + std::to_string(i)));
    CHECK(publish::read_halls(publish::write_halls(many)));
    many.push_back(a_hall("Une de trop"));
    CHECK(fails_as(publish::read_halls(publish::write_halls(many)), Errc::malformed));
}
