#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

#include "terminal/screens/gallery.hpp"
#include "terminal/screens/intent.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/screens/slip.hpp"
#include "terminal/ui/audit.hpp"
#include "terminal/ui/layout.hpp"
#include "tests/support/an_election.hpp"
#include "tests/terminal/screens/displays.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

election::Definition an_election_with_long_titles()
{
    auto definition = test::an_election().with_costs({9000, 23387, 13551, 19892, 49548, 40000, 49831, 5000, 6500, 3790, 1000, 2000}).build();
    definition.projects[2].title.by_language["fr"] = "Balades intergénérationnelles accessibles aux personnes porteuses d’un handicap";
    definition.projects[5].description.by_language["fr"] =
        "Un sentier pour toutes et tous, du village à la lisière de la forêt, avec des bancs et des panneaux.";
    return definition;
}

election::Definition an_election_of(election::BallotKind kind)
{
    auto definition = an_election_with_long_titles();
    if (kind == election::BallotKind::approval) return definition;
    definition.ballot.kind = kind;
    definition.ballot.max_cost.reset();
    definition.ballot.max_projects = 5;
    if (kind == election::BallotKind::points) definition.ballot.max_points = 3, definition.ballot.max_sum_points = 10;
    return definition;
}

/// In low reach, every control must stand in the lowest part of the glass.
void add_out_of_reach(const ui::Node& tree, int height, std::vector<std::string>& faults)
{
    for (const auto* node : ui::focus_order(tree))
        if (node->rect.y < height * (1 - screens::kLowReach) - 1) faults.push_back("#" + node->id + " stands too high");
}

}  // namespace

TEST_CASE("every screen fits in every language, size and orientation: nothing is cut, every target can be touched")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    const auto size = GENERATE(booth::TextSize::small, booth::TextSize::medium, booth::TextSize::large, booth::TextSize::largest);
    const bool low_reach = GENERATE(false, true);
    const auto definition = an_election_of(GENERATE(election::BallotKind::approval, election::BallotKind::points, election::BallotKind::ranking));
    for (const Display& display : kDisplays) {
        const double width_mm = display.width / display.px_per_mm;
        const double height_mm = display.height / display.px_per_mm;
        for (auto& exhibit : screens::gallery(definition, language)) {
            auto& comfort = exhibit.state.session.comfort;
            comfort.text = size;
            comfort.low_reach = low_reach;
            const double scale = screens::scale_of(comfort, width_mm, height_mm);
            text_engine().use({display.px_per_mm, scale});
            const screens::Context context{definition, words(language), width_mm, height_mm, scale, {37, 12, true, true, false}};
            ui::Node tree = screens::screen(exhibit.state, context);
            ui::layout(tree, {static_cast<double>(display.width), static_cast<double>(display.height)}, text_engine());
            auto faults = ui::audit(tree, ui::clear_theme(), text_engine());
            if (low_reach && exhibit.name != "01-attract") add_out_of_reach(tree, display.height, faults);
            for (const auto& fault : faults) {
                INFO(exhibit.name << " " << display.name << " " << language << " size " << static_cast<int>(size) << (low_reach ? " low: " : ": ") << fault);
                CHECK(faults.empty());
            }
        }
    }
}

TEST_CASE("the text on every look has the contrast that its theme promises")
{
    const auto& theme = GENERATE(std::ref(ui::clear_theme()), std::ref(ui::black_theme()), std::ref(ui::white_theme()), std::ref(ui::soft_theme())).get();
    const double least = theme.name == "soft" ? 4.5 : 10.0;
    for (const auto& dress : theme.dresses) CHECK(ui::contrast(dress.fill, dress.ink) >= least);
    CHECK(ui::contrast(theme.canvas, theme.ink) >= least);
    CHECK(ui::contrast(theme.canvas, theme.focus) >= 3.0);
    CHECK(ui::contrast(theme.meter, theme.dress(ui::Look::hero).fill) >= 3.0);
}

TEST_CASE("what can be pressed on a screen means something to the booth")
{
    const auto definition = an_election_with_long_titles();
    const screens::Context context{definition, words("fr"), 480, 270, 1.0};
    for (const auto& exhibit : screens::gallery(definition, "fr")) {
        const auto tree = screens::screen(exhibit.state, context);
        std::set<std::string> ids;
        for (const auto* node : ui::focus_order(tree)) {
            INFO(exhibit.name << " #" << node->id);
            if (node->id != "staff") CHECK(screens::intent_of(node->id).has_value());  // staff is not the booth's
            CHECK(ids.insert(node->id).second);
            CHECK((!node->label.empty() || !node->hint.empty()));  // what can be pressed has words
        }
    }
}

TEST_CASE("no affirmative button stands where a choice stood on the screen before")
{
    const auto definition = an_election_with_long_titles();
    const screens::Context context{definition, words("fr"), 480, 270, 1.0};
    text_engine().use({4.0, 1.0});
    std::map<std::string, ui::Node> trees;
    for (const auto& exhibit : screens::gallery(definition, "fr")) {
        auto tree = screens::screen(exhibit.state, context);
        ui::layout(tree, {1920, 1080}, text_engine());
        trees.emplace(exhibit.name, std::move(tree));
    }
    const auto* cast = ui::find(trees.at("13-confirm"), "go");
    REQUIRE(cast != nullptr);
    for (const char* before : {"07-projects-chosen", "10-review", "09-does-not-fit"}) {
        for (const auto* node : ui::focus_order(trees.at(before))) {
            if (node->id.rfind("toggle.", 0) != 0 && node->id.rfind("swap.", 0) != 0) continue;
            const bool apart = node->rect.right() <= cast->rect.x || cast->rect.right() <= node->rect.x || node->rect.bottom() <= cast->rect.y ||
                               cast->rect.bottom() <= node->rect.y;
            INFO(before << " #" << node->id);
            CHECK(apart);
        }
    }
}

TEST_CASE("the receipt shows the tracker and its code, and nothing of the choice")
{
    const auto definition = an_election_with_long_titles();
    const screens::Context context{definition, words("fr"), 480, 270, 1.0};
    const auto exhibits = screens::gallery(definition, "fr");
    const auto receipt = std::find_if(exhibits.begin(), exhibits.end(), [](const auto& exhibit) { return exhibit.name == "15-receipt"; });
    const auto text = ui::dump(screens::screen(receipt->state, context));
    CHECK(text.find("7K2M-9QDX-04TZ-B8HC") != std::string::npos);
    CHECK(text.find(" qr") != std::string::npos);
    for (const auto& project : definition.projects) CHECK(text.find(project.title.in("fr")) == std::string::npos);
}

TEST_CASE("the receipt's code leads to the page that looks the ballot up, on screen and on paper")
{
    auto definition = an_election_with_long_titles();
    definition.contacts.site = "vote.example.org";
    const screens::Context context{definition, words("fr"), 480, 270, 1.0};
    const std::string link = "https://vote.example.org/find?tracker=7K2M-9QDX-04TZ-B8HC";
    const auto exhibits = screens::gallery(definition, "fr");
    const auto receipt = std::find_if(exhibits.begin(), exhibits.end(), [](const auto& exhibit) { return exhibit.name == "15-receipt"; });
    const auto screen = screens::screen(receipt->state, context);
    CHECK(ui::find(screen, "receipt.qr")->qr == link);
    const auto slip = screens::receipt_slip("7K2M-9QDX-04TZ-B8HC", context);
    std::function<bool(const ui::Node&)> bears = [&](const ui::Node& node) {
        return node.qr == link || std::any_of(node.children.begin(), node.children.end(), bears);
    };
    CHECK(bears(slip));
    definition.contacts.site.clear();
    CHECK(screens::receipt_code("7K2M-9QDX-04TZ-B8HC", context) == "7K2M-9QDX-04TZ-B8HC");
}

TEST_CASE("the screens say what their golden files hold")
{
    const auto definition = an_election_with_long_titles();
    const screens::Context context{definition, words("fr"), 480, 270, 1.0};
    const std::string folder = std::string(ISOLOIR_SOURCE) + "/tests/terminal/screens/golden/";
    for (const auto& exhibit : screens::gallery(definition, "fr")) {
        const auto text = ui::dump(screens::screen(exhibit.state, context));
        INFO(exhibit.name);
        CHECK(text == golden(folder + exhibit.name + ".txt", text));
    }
}
