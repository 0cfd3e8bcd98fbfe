// A resident votes in a real window; what comes of it is followed to the result.

#include <csignal>

#include "shared/ballot/record.hpp"
#include "shared/base/file.hpp"
#include "shared/election/election_file.hpp"
#include "shared/wire/bundle.hpp"
#include "tests/journeys/election_day.hpp"
#include "tests/journeys/glass.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

const std::string kNumber = "85073003328";
const std::string kNumberAsShown = "85.07.30-033.28";
const std::string kSearch = "petanque";  // v4, "Terrain de pétanque"

constexpr bool kWipesItsHeap = !test::kSanitized;

election::Definition definition()
{
    return election::read_election_file(election_file())->definition;
}

Process start_booth(const ElectionDay& day, Glass& glass)
{
    Process booth = day.start_hall("jambes", {"run", "--window", Glass::kSize});
    glass.begin();
    return booth;
}

/// Out of the order that only this voter sees.
void sort_by_cost(Glass& glass, void (Glass::*choose)(const std::string&) = &Glass::tap)
{
    for (const char* id : {"filter", "facet.order", "order.cost", "go"}) (glass.*choose)(id);
}

/// The trackers of all ballots that the terminal exports.
std::vector<std::string> exported_trackers(const ElectionDay& day)
{
    printed(day.hall("jambes", {"export", day.file("stick")}));
    const auto bundle = wire::read_bundle(*read_file(day.path("stick"), 1024 * 1024));
    REQUIRE(bundle);
    std::vector<std::string> trackers;
    for (const auto& line : bundle->lines) {
        const auto record = ballot::open_record(line.record, bundle->terminal);
        REQUIRE(record);
        if (const auto* body = std::get_if<ballot::BallotBody>(&record->body)) trackers.push_back(ballot::tracker(body->ballot.ciphertexts));
    }
    return trackers;
}

Json votes_by_project(const Json& result)
{
    Json votes;
    for (const auto& ranked : result.at("ranking")) votes[ranked.at("project").get<std::string>()] = ranked.at("votes");
    return votes;
}

}  // namespace

TEST_CASE("a resident votes by touch, leaves nothing on the glass nor in memory, and the vote is in the result")
{
    ElectionDay day;
    day.found();
    Process server = day.serve();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));

    Glass glass(definition());
    Process booth = start_booth(day, glass);
    glass.tap("start.nl");
    glass.tap("language.fr");
    glass.tap("more.contrast");
    for (int themes = 1; themes < 4; ++themes) glass.tap("more.contrast");
    glass.tap("go");
    for (const char digit : kNumber) glass.tap(std::string("key.") + digit);
    CHECK(booth.remembers(kNumber));
    CHECK(booth.remembers(kNumberAsShown));
    glass.tap("go");
    glass.tap("go");
    sort_by_cost(glass);
    glass.tap("search");
    for (const char letter : kSearch) glass.tap(std::string("key.") + letter);
    CHECK(booth.remembers(kSearch));
    glass.tap("go");
    glass.tap("look.3");
    glass.tap("toggle.3");
    glass.tap("back");
    glass.tap("all");
    glass.tap("page.1");
    glass.tap("toggle.2");
    glass.tap("page.2");
    glass.tap("toggle.1");
    glass.tap("go");
    glass.tap("toggle.2");  // taken back on the review
    glass.tap("go");
    glass.tap("go");
    const std::string tracker = glass.qr_code();
    glass.tap("finish");
    if (kWipesItsHeap) {
        CHECK_FALSE(booth.remembers(kNumber));
        CHECK_FALSE(booth.remembers(kNumberAsShown));
        CHECK_FALSE(booth.remembers(kSearch));
    }
    booth.send(SIGTERM);
    CHECK(booth.end().code == 0);

    CHECK(exported_trackers(day) == std::vector{tracker});

    printed(day.hall("jambes", {"close"}));
    printed(day.hall("jambes", {"sync"}));
    const auto status = day.status("jambes");
    CHECK(status.at("ballots") == 1);
    CHECK(status.at("spoilt") == 0);
    CHECK(status.at("sessions") == 1);
    CHECK(status.at("acknowledged") == status.at("records"));
    printed(day.centre({"close"}));
    printed(day.centre({"count"}));
    const auto result = day.result();
    CHECK(result.at("ballots") == 1);
    CHECK(votes_by_project(result) == Json{{"v1", 0}, {"v2", 1}, {"v3", 0}, {"v4", 1}, {"v5", 0}, {"v6", 0}, {"v7", 0}, {"v8", 0}, {"v9", 0}});
    CHECK(result.at("winners") == Json({"v2", "v4"}));
}

TEST_CASE("a resident votes by keyboard alone, and a booth killed while the receipt stands there loses nothing")
{
    ElectionDay day;
    day.found();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));

    Glass glass(definition());
    {
        Process booth = start_booth(day, glass);
        glass.wake();
        glass.press("language.fr");
        glass.press("go");
        glass.type(kNumber);
        glass.press("go");
        glass.press("go");
        sort_by_cost(glass, &Glass::press);
        glass.press("toggle.4");
        glass.press("go");
        glass.press("go");
        glass.press("go");
        booth.kill();
    }
    CHECK(exported_trackers(day).size() == 1);

    Process booth = start_booth(day, glass);
    glass.expect(booth::VoterRefused{booth::Refusal::voted_here});
    glass.wake();
    glass.press("go");
    glass.type(kNumber);
    glass.press("go");
}
