#include "sync-server/publish/turnout.hpp"

#include <nlohmann/json.hpp>

#include "sync-server/publish/result_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;

namespace {

/// The hour that UTC shows.
Hour utc(int year, unsigned month, unsigned day, int hour)
{
    const std::chrono::sys_days midnight{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
    return std::chrono::floor<std::chrono::hours>(midnight.time_since_epoch()).count() + hour;
}

}  // namespace

TEST_CASE("days and hours of the turnout are those of Belgian clocks, in summer and in winter")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::open, {{0}});
    value.hours = {{utc(2026, 1, 31, 22), 1}, {utc(2026, 1, 31, 23), 2}, {utc(2026, 6, 1, 21), 4}, {utc(2026, 6, 1, 22), 8}};
    const auto turnout = publish::turnout_of(value);
    CHECK(turnout.by_day == std::map<std::string, std::uint64_t>{{"2026-01-31", 1}, {"2026-02-01", 2}, {"2026-06-01", 4}, {"2026-06-02", 8}});
    CHECK(turnout.by_hour[23] == 1 + 4);
    CHECK(turnout.by_hour[0] == 2 + 8);
}

TEST_CASE("a day begins when Belgian clocks say so")
{
    const auto moment = [](int month, int day, int hour) {
        return std::chrono::sys_seconds{std::chrono::hours{utc(2026, static_cast<unsigned>(month), static_cast<unsigned>(day), hour)}};
    };
    CHECK(publish::day_in_belgium(moment(1, 31, 22)) == "2026-01-31");
    CHECK(publish::day_in_belgium(moment(1, 31, 23)) == "2026-02-01");
    CHECK(publish::day_in_belgium(moment(6, 1, 22)) == "2026-06-02");
}

TEST_CASE("the live standing tells who came, in one line, and nothing of the choices where the ranking is sealed")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::open, {{0}, {1}, {1}});
    value.report.accepted = 5;
    value.report.channels = {{"Jambes", 3, 2, 0}, {"Wépion", 0, 1, 0}, {"online", 2, 0, 0}};
    value.hours = {{utc(2026, 6, 1, 12), 5}};
    value.version = 17;
    const auto text = publish::live_json(value);
    CHECK(text.find('\n') == text.size() - 1);
    const auto json = nlohmann::json::parse(text);
    CHECK(json["version"] == 17);
    CHECK(json["phase"] == "open");
    CHECK(json["ranking"] == "sealed");
    CHECK(json["participation"]["accepted"] == 5);
    CHECK(json["participation"]["in_halls"] == 3);
    CHECK(json["participation"]["online"] == 2);
    CHECK(json["participation"]["by_place"].dump() == R"([{"accepted":3,"place":"Jambes"},{"accepted":2,"place":"online"}])");
    CHECK(json["participation"]["by_day"].dump() == R"({"2026-06-01":5})");
    CHECK(json["participation"]["by_hour"][14] == 5);
    CHECK_FALSE(json.contains("standing"));
}

TEST_CASE("the live standing has the ranking of the ballots opened so far, and of all of them once counted")
{
    const ACentre centre(an_election().with_live_ranking(2).build());
    auto value = a_standing(centre, Phase::open, {{0}, {1}, {1}});
    value.so_far = count::tally(centre.package.definition, test::ballots({{2}, {2}}));
    const auto open = nlohmann::json::parse(publish::live_json(value));
    CHECK(open["ranking"] == "live");
    CHECK(open["standing"]["ballots"] == 2);
    CHECK(open["standing"]["winners"].dump() == R"(["p3"])");
    CHECK(open["standing"]["ranking"][0]["votes"] == 2);
    value.phase = Phase::counted;
    const auto counted = nlohmann::json::parse(publish::live_json(value));
    CHECK(counted["standing"]["ballots"] == 3);
    CHECK(counted["standing"]["winners"].dump() == R"(["p2","p1"])");
}
