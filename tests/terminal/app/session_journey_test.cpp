// What a session keeps through every change, and that nothing of it is left when it ends.

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/words.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;

namespace {

using Ids = std::vector<std::string>;

bool is_as_new(const booth::Session& session)
{
    const booth::Session fresh("fr");
    const auto& browsing = session.browsing;
    return session.language == "fr" && session.comfort == fresh.comfort && session.typed.empty() && session.chosen.empty() && session.tracker.empty() &&
           session.challenge.empty() && browsing.search.empty() && browsing.shuffle.empty() && !browsing.theme && !browsing.place &&
           browsing.order == booth::Order::shuffled && browsing.page == 0;
}

}  // namespace

TEST_CASE("language and comfort are changed on every screen of a vote, and the vote goes on as it was")
{
    ABoothDesk booth;
    // By the comfort screen, where everything is found, and back.
    const auto change_all = [&](const std::string& language) {
        const std::string screen = booth.screen();
        booth.tap_all({"comfort", "language." + language, "more.text", "more.contrast", "more.reach", "go"});
        CHECK(booth.screen() == screen);
        CHECK(booth.state().session.language == language);
    };
    booth.tap_all({"start.fr", "go"});
    for (const char digit : kNumber.substr(0, 6)) booth.tap("key." + std::string(1, digit));
    change_all("nl");
    CHECK(booth.glass().find(words("nl").text("identify.number.title")) != std::string::npos);
    for (const char digit : kNumber.substr(6)) booth.tap("key." + std::string(1, digit));
    booth.tap("go");
    REQUIRE(booth.screen() == "how");
    change_all("de");
    booth.tap("go");
    booth.turn_to("toggle.4");
    booth.tap("toggle.4");
    change_all("en");
    booth.turn_to("look.8");
    booth.tap("look.8");
    change_all("fr");
    CHECK(booth.state().session.project == 8);
    booth.tap_all({"toggle.8", "back", "go"});
    change_all("nl");
    booth.tap("go");
    REQUIRE(booth.screen() == "confirm");
    const std::string tracker = booth.state().session.tracker;
    change_all("en");
    booth.tap("go");
    CHECK(booth.state().session.tracker == tracker);
    change_all("de");
    CHECK(booth.screen() == "receipt");
    CHECK(booth.ballots() == ballots({{4, 8}}));
}

TEST_CASE("the choice and the list stay where they are when the language is changed by the button above")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    const auto order = booth.state().session.browsing.shuffle;
    booth.turn_to("toggle.4");
    booth.tap_all({"toggle.4", "language.en"});
    CHECK(booth.state().session.browsing.shuffle == order);
    CHECK(booth.state().session.has_chosen(4));
    CHECK(booth.shows("toggle.4"));
}

TEST_CASE("who needs longer is asked once, and then has longer")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.turn_to("toggle.4");
    booth.tap("toggle.4");
    booth.pass(booth::kIdleLimit - 1ms);
    CHECK(booth.screen() == "projects");
    booth.pass(1ms);
    CHECK(booth.screen() == "still-there");
    booth.pass(booth::kAnswerLimit - 1100ms);
    booth.tap("stay");
    CHECK(booth.screen() == "projects");
    CHECK(booth.state().session.has_chosen(4));
    booth.pass(booth::kPatientLimit - 1ms);
    CHECK(booth.screen() == "projects");
    booth.pass(1ms);
    CHECK(booth.screen() == "still-there");
    booth.tap("leave");
    CHECK(booth.screen() == "attract");
}

TEST_CASE("any key answers that somebody is still there, and does nothing else")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.pass(booth::kIdleLimit);
    REQUIRE(booth.screen() == "still-there");
    booth.key(ui::Key::back);
    CHECK(booth.screen() == "projects");
}

TEST_CASE("whoever walks away is forgotten on every screen, nothing is counted, and may come back")
{
    const auto way = GENERATE(Ids{"language"}, Ids{"identify", "go", "key.8"}, Ids{"how", "IDENTIFY"}, Ids{"projects", "IDENTIFY", "go", "toggle.4"},
                              Ids{"filter", "IDENTIFY", "go", "toggle.4", "filter"}, Ids{"search", "IDENTIFY", "go", "search", "key.a"},
                              Ids{"project", "IDENTIFY", "go", "look.4", "toggle.4"}, Ids{"does-not-fit", "IDENTIFY", "go", "toggle.8", "toggle.7", "toggle.6"},
                              Ids{"review", "IDENTIFY", "go", "toggle.4", "go"}, Ids{"confirm-empty", "IDENTIFY", "go", "go", "go"},
                              Ids{"confirm", "IDENTIFY", "go", "toggle.4", "go", "go"}, Ids{"checked", "IDENTIFY", "go", "toggle.4", "go", "go", "check"});
    ABoothDesk booth;
    booth.tap_all({"start.nl", "more.contrast", "more.text"});
    for (std::size_t i = 1; i < way.size(); ++i) {
        if (way[i] != "IDENTIFY") {
            if (way[i].rfind("toggle.", 0) == 0 || way[i].rfind("look.", 0) == 0) booth.turn_to(way[i]);
            booth.tap(way[i]);
            continue;
        }
        booth.tap("go");
        booth.type(kNumber);
        booth.tap("go");
    }
    REQUIRE(booth.screen() == way.front());
    booth.pass(booth::kIdleLimit);
    CHECK(booth.screen() == "still-there");
    booth.pass(booth::kAnswerLimit);
    CHECK(booth.screen() == "attract");
    CHECK(is_as_new(booth.state().session));
    CHECK(booth.ballots().empty());
    booth.enter(kNumber);
    CHECK(booth.state().session.chosen.empty());
}

TEST_CASE("a receipt that nobody clears clears itself, and leaves nothing to the next resident")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.tap_all({"more.contrast", "go", "go", "go", "go"});
    REQUIRE(booth.screen() == "receipt");
    CHECK(booth.state().session.typed.empty());
    CHECK(booth.state().session.browsing.search.empty());
    booth.pass(booth::kReceiptLimit);
    CHECK(booth.screen() == "attract");
    CHECK(is_as_new(booth.state().session));
    CHECK(booth.ballots() == ballots({{}}));
}

TEST_CASE("who stops with a choice made is asked first, and one press goes back to it")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.turn_to("toggle.4");
    booth.tap_all({"toggle.4", "leave"});
    CHECK(booth.screen() == "leaving");
    booth.tap("stay");
    CHECK(booth.state().session.has_chosen(4));
    booth.tap_all({"leave", "leave"});
    CHECK(booth.screen() == "attract");
    CHECK(is_as_new(booth.state().session));
    CHECK(booth.ballots().empty());
}
