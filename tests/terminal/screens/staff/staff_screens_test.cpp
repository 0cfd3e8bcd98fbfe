#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "terminal/screens/staff/gallery.hpp"
#include "terminal/screens/staff/intent.hpp"
#include "terminal/screens/staff/report.hpp"
#include "terminal/screens/staff/screen.hpp"
#include "terminal/ui/audit.hpp"
#include "terminal/ui/layout.hpp"
#include "tests/terminal/screens/displays.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

ui::Node laid_out(const staff::State& state, const std::string& language, const Display& display)
{
    text_engine().use({display.px_per_mm, screens::staff::kTextScale});
    auto tree = screens::staff::screen(state, {words(language), display.width / display.px_per_mm, display.height / display.px_per_mm});
    ui::layout(tree, {static_cast<double>(display.width), static_cast<double>(display.height)}, text_engine());
    return tree;
}

screens::staff::Context in_french()
{
    return {words("fr"), 480, 270};
}

const staff::State& exhibit(const std::string& name)
{
    static const auto exhibits = screens::staff::gallery("fr");
    return std::find_if(exhibits.begin(), exhibits.end(), [&](const auto& one) { return one.name == name; })->state;
}

}  // namespace

TEST_CASE("every staff screen fits in every language and orientation: nothing is cut, every target can be touched")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    for (const Display& display : kDisplays)
        for (const auto& shown : screens::staff::gallery(language))
            for (const auto& fault : ui::audit(laid_out(shown.state, language, display), ui::clear_theme(), text_engine())) {
                INFO(shown.name << " " << display.name << " " << language << ": " << fault);
                CHECK(false);
            }
}

TEST_CASE("a clerk's buttons are 20 mm high and wide, but for keys and lines of keys")
{
    for (const Display& display : kDisplays)
        for (const auto& shown : screens::staff::gallery("de")) {
            const auto tree = laid_out(shown.state, "de", display);
            for (const auto* node : ui::focus_order(tree)) {
                const bool key = node->id.starts_with("key.") || node->id.starts_with("layer.") || node->id == "erase";
                const double least = display.px_per_mm * (key ? 13 : 20) - 1;
                INFO(shown.name << " " << display.name << " #" << node->id);
                CHECK(node->rect.width >= least);
                CHECK(node->rect.height >= least);
            }
        }
}

TEST_CASE("what can be pressed on a staff screen means something, and has words")
{
    for (const auto& shown : screens::staff::gallery("fr")) {
        std::set<std::string> ids;
        const auto tree = screens::staff::screen(shown.state, in_french());
        for (const auto* node : ui::focus_order(tree)) {
            INFO(shown.name << " #" << node->id);
            CHECK(screens::staff::intent_of(node->id).has_value());
            CHECK(ids.insert(node->id).second);
            CHECK_FALSE(node->label.empty());
        }
    }
}

TEST_CASE("no staff screen shows a message's key instead of its words")
{
    for (const auto& shown : screens::staff::gallery("fr")) {
        INFO(shown.name);
        CHECK(ui::dump(screens::staff::screen(shown.state, in_french())).find("\"staff.") == std::string::npos);
    }
}

TEST_CASE("a PIN is shown as dots, whatever its digits")
{
    auto state = exhibit("04-unlock");
    const auto before = ui::dump(screens::staff::screen(state, in_french()));
    state.typed.wipe();
    state.typed.append("9876");
    CHECK(ui::dump(screens::staff::screen(state, in_french())) == before);
}

TEST_CASE("the staff screens say what their golden files hold")
{
    const std::string folder = std::string(ISOLOIR_SOURCE) + "/tests/terminal/screens/staff/golden/";
    for (const auto& shown : screens::staff::gallery("fr")) {
        const auto text = ui::dump(screens::staff::screen(shown.state, in_french()));
        INFO(shown.name);
        CHECK(text == golden(folder + shown.name + ".txt", text));
    }
}

TEST_CASE("the report on paper holds counts and the chain's head, and a code of them once the poll is closed")
{
    for (const std::string language : {"fr", "nl", "de", "en"}) {
        const auto slip = ui::dump(screens::staff::report_slip(exhibit("21-closed").figures, words(language)));
        for (const auto* part : {"Jambes", "141", "126", "134", "18:05", "4ac0 913b", "9f2c 41d0", "5d40", "image"}) {
            INFO(language << " " << part);
            CHECK(slip.find(part) != std::string::npos);
        }
    }
    const auto zero = ui::dump(screens::staff::report_slip(exhibit("15-open-poll").figures, words("fr")));
    CHECK(zero.find("image") == std::string::npos);
}

TEST_CASE("the closing code holds terminal, election, counts and the whole chain head")
{
    CHECK(screens::staff::closing_code(exhibit("21-closed").figures) ==
          "ISOLOIR-CLOSE 1 terminal=4ac0913be27d55f0a81c66f2903eb7d1 election=c5d2a0917be3f8416a90cd72e51f38b4 records=134 sessions=141 ballots=126 "
          "spoilt=3 refused=9 head=9f2c41d07a3be85516c0f2b7d4a8e93301bb7ce6a25f9d84c3071e6f8a2b5d40");
}
