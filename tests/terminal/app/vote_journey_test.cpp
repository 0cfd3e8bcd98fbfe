// A whole vote by finger, by keyboard and by two switches, each to the ballot in the journal.

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using ui::Key;

namespace {

/// Two keys: one moves the focus on, one chooses.
struct Keys {
    ABoothDesk& booth;
    Key next{Key::next};

    void press(const std::string& id) const
    {
        const auto order = ui::focus_order(booth.view().tree());
        for (std::size_t steps = 0; booth.view().focused() != id; ++steps) {
            INFO(id << " is not reached in\n" << booth.glass());
            REQUIRE(steps < order.size());
            booth.key(next);
        }
        booth.key(Key::choose);
    }
    /// Turns the pages from the first until the button is there.
    void press_where_it_stands(const std::string& id) const
    {
        for (std::size_t page = booth.state().session.browsing.page; page > 0; --page) press("page." + std::to_string(page - 1));
        for (std::size_t page = 1; !booth.shows(id); ++page) press("page." + std::to_string(page));
        press(id);
    }
};

}  // namespace

TEST_CASE("a resident votes by touch, looks at a project first and takes another back")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.turn_to("look.4");
    booth.tap_all({"look.4", "toggle.4", "back"});
    for (const char* id : {"toggle.6", "toggle.1"}) {
        booth.tap_all({"filter", "facet.order", "order.cost", "go"});
        booth.turn_to(id);
        booth.tap(id);
    }
    booth.tap_all({"go", "toggle.6", "go"});
    CHECK(booth.screen() == "confirm");
    CHECK(booth.ballots().empty());
    const std::string tracker = booth.state().session.tracker;
    booth.tap("go");
    CHECK(booth.screen() == "receipt");
    CHECK(booth.state().session.tracker == tracker);
    CHECK(booth.ballots() == ballots({{1, 4}}));
    booth.tap("finish");
    CHECK(booth.screen() == "attract");
}

TEST_CASE("a resident votes by keyboard alone")
{
    ABoothDesk booth;
    const Keys keys{booth};
    booth.key(Key::next);
    CHECK(booth.screen() == "language");
    keys.press("go");
    booth.type(kNumber + "7");
    booth.key(Key::erase);  // the twelfth was not taken, the eleventh goes
    booth.type(kNumber.substr(10));
    booth.key(Key::choose);  // who has typed goes on by Enter
    REQUIRE(booth.screen() == "how");
    keys.press("go");
    keys.press("search");
    booth.type("projet 8");
    booth.key(Key::choose);
    keys.press("look.7");
    keys.press("toggle.7");
    booth.key(Key::back);
    CHECK(booth.screen() == "projects");
    keys.press("all");
    keys.press_where_it_stands("toggle.2");
    keys.press("go");
    keys.press("go");
    booth.key(Key::back);
    CHECK(booth.screen() == "review");
    keys.press("go");
    keys.press("go");
    CHECK(booth.screen() == "receipt");
    CHECK(booth.ballots() == ballots({{2, 7}}));
    keys.press("finish");
    CHECK(booth.screen() == "attract");
}

TEST_CASE("a resident votes by two switches, one that moves on and one that chooses")
{
    ABoothDesk booth;
    booth.tap("start.fr");
    booth.tap("more.switches");  // who helps the resident to sit down sets it
    REQUIRE(booth.state().session.comfort.switches == booth::Switches::two);
    const Keys switches{booth, Key::space};
    switches.press("go");
    for (const char digit : kNumber) switches.press("key." + std::string(1, digit));
    switches.press("go");
    REQUIRE(booth.screen() == "how");
    switches.press("go");
    switches.press_where_it_stands("toggle.0");
    switches.press_where_it_stands("toggle.5");
    switches.press("go");
    switches.press("go");
    switches.press("go");
    CHECK(booth.screen() == "receipt");
    CHECK(booth.ballots() == ballots({{0, 5}}));
}
