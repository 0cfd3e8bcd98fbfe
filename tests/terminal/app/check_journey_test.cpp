// A resident checks the machine: the sealed ballot is laid open, never counted, and the resident votes afresh.

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"

#include "shared/base/file.hpp"
#include "shared/verify/challenge.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("who checks the machine gets what the verifier passes, nothing is counted, and the vote afterwards is another ballot")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    for (const char* id : {"toggle.3", "toggle.5"}) {
        booth.tap_all({"filter", "go"});  // back to the first page
        booth.tap("filter");
        booth.tap_all({"facet.order", "order.cost", "go"});
        booth.turn_to(id);
        booth.tap(id);
    }
    booth.tap_all({"go", "go"});
    const std::string spoilt = booth.state().session.tracker;
    booth.tap("check");
    REQUIRE(booth.screen() == "checked");
    CHECK(booth.journal.spoilt() == 1);
    CHECK(booth.ballots().empty());

    const std::string shown = ui::find(booth.view().tree(), "challenge.qr")->qr;
    CHECK(ui::find(booth.view().tree(), "tracker")->label == spoilt);
    const auto package = booth.folder / "package.jws";
    REQUIRE(write_file(package, booth.centre.package.jws));
    const auto report = verify::check_challenge(shown, package, booth.centre.authority.public_key());
    REQUIRE(report);
    CHECK(report->passed());
    CHECK(report->tracker == spoilt);
    REQUIRE(report->projects);
    CHECK(report->projects->size() == 2);

    booth.tap("go");
    CHECK(booth.screen() == "review");
    booth.tap_all({"toggle.5", "go"});
    const std::string afresh = booth.state().session.tracker;
    CHECK(afresh != spoilt);
    booth.tap("go");
    CHECK(booth.screen() == "receipt");
    CHECK(booth.state().session.tracker == afresh);
    CHECK(booth.ballots() == ballots({{3}}));
    CHECK(booth.journal.ballots() == 1);
}

TEST_CASE("who checks the machine again and again still votes only once")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.turn_to("toggle.2");
    booth.tap_all({"toggle.2", "go"});
    for (int checks = 0; checks < 3; ++checks) booth.tap_all({"go", "check", "go"});
    booth.tap_all({"go", "go", "finish"});
    CHECK(booth.journal.spoilt() == 3);
    CHECK(booth.ballots() == ballots({{2}}));
    booth.identify(kNumber);
    CHECK(booth.screen() == "refused");
}

TEST_CASE("who leaves after a check has not voted, and may come back")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.turn_to("toggle.2");
    booth.tap_all({"toggle.2", "go", "go", "check"});
    booth.pass(booth::kIdleLimit);
    CHECK(booth.screen() == "still-there");
    booth.pass(booth::kAnswerLimit);
    CHECK(booth.screen() == "attract");
    CHECK(booth.ballots().empty());
    booth.enter(kNumber);
    CHECK(booth.screen() == "projects");
}
