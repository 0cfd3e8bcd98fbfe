// What is really on the glass: the screens are painted, and their pixels looked at.

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

#include "terminal/screens/gallery.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/ui/layout.hpp"
#include "terminal/ui/paint.hpp"
#include "tests/support/an_election.hpp"

using namespace isoloir;

namespace {

constexpr int kWidth = 1280;
constexpr int kHeight = 720;
constexpr double kPxPerMm = 3.2;

/// Fonts, drawings and words, and the surface of one display.
class Glass {
public:
    ui::Node laid_out(const booth::State& state)
    {
        const double width_mm = kWidth / kPxPerMm;
        const double height_mm = kHeight / kPxPerMm;
        const double scale = screens::scale_of(state.session.comfort, width_mm, height_mm);
        text_->use({kPxPerMm, scale});
        ui::Node tree = screens::screen(state, {definition, words_, width_mm, height_mm, scale, {37, 12, true, true, false}});
        ui::layout(tree, {kWidth, kHeight}, *text_);
        return tree;
    }
    ui::Painter painter(const ui::Theme& theme) { return {*text_, images_, theme, {}}; }
    ui::TextEngine& text() { return *text_; }

    const election::Definition definition = test::an_election().with_costs({9000, 23387, 13551, 19892, 49548, 40000, 49831, 5000, 6500}).build();

private:
    std::unique_ptr<ui::TextEngine> text_ = ui::TextEngine::create(std::string(ISOLOIR_BIN) + "/../share/isoloir/fonts").value();
    ui::Images images_{std::string(ISOLOIR_BIN) + "/../share/isoloir", [](const std::string&) { return std::nullopt; }};
    locales::Catalogue words_ = locales::Catalogue::load("fr").value();
};

const unsigned char* pixel(const ui::Surface& surface, int x, int y)
{
    return surface.pixels() + static_cast<std::ptrdiff_t>(y) * surface.stride() + static_cast<std::ptrdiff_t>(x) * 4;
}

/// WCAG 2.2: relative luminance.
double luminance(const unsigned char* bgr)
{
    const auto linear = [](unsigned char channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(bgr[2]) + 0.7152 * linear(bgr[1]) + 0.0722 * linear(bgr[0]);
}

/// Between the lightest and the darkest pixel of a rectangle.
double contrast_in(const ui::Surface& surface, const ui::Rect& where)
{
    double least = 1;
    double most = 0;
    for (int y = std::max(0, static_cast<int>(where.y)); y < std::min(kHeight, static_cast<int>(where.bottom())); ++y)
        for (int x = std::max(0, static_cast<int>(where.x)); x < std::min(kWidth, static_cast<int>(where.right())); ++x) {
            const double light = luminance(pixel(surface, x, y));
            least = std::min(least, light);
            most = std::max(most, light);
        }
    return (most + 0.05) / (least + 0.05);
}

/// How many pixels differ more than an eye can tell. Cairo's edge of a shape and of a part of it differ by up to 17 levels.
std::size_t differences(const ui::Surface& one, const ui::Surface& other)
{
    constexpr int kInvisible = 20;
    std::size_t found = 0;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            for (int colour = 0; colour < 3; ++colour)
                if (std::abs(pixel(one, x, y)[colour] - pixel(other, x, y)[colour]) > kInvisible) {
                    ++found;
                    break;
                }
    return found;
}

}  // namespace

TEST_CASE("every text that is painted stands out from its ground as its theme promises")
{
    Glass glass;
    for (const auto contrast : {booth::Contrast::clear, booth::Contrast::black, booth::Contrast::white, booth::Contrast::soft}) {
        const ui::Theme& theme = screens::theme_of(contrast);
        // The thin strokes of small letters are never quite the ink's colour.
        const double promised = 0.8 * (theme.name == "soft" ? 4.5 : 10.0);
        for (auto& exhibit : screens::gallery(glass.definition, "fr")) {
            exhibit.state.session.comfort.contrast = contrast;
            const ui::Node tree = glass.laid_out(exhibit.state);
            ui::Surface surface(kWidth, kHeight);
            ui::paint(tree, glass.painter(theme), surface);
            const auto look = [&](const auto& self, const ui::Node& node) -> void {
                if (node.children.empty() && !node.label.empty() && node.enabled) {
                    INFO(exhibit.name << " in " << theme.name << ": " << node.label);
                    CHECK(contrast_in(surface, ui::content_of(node, glass.text().metrics(), glass.text()).text) >= promised);
                }
                for (const ui::Node& child : node.children) self(self, child);
            };
            look(look, tree);
        }
    }
}

TEST_CASE("what is drawn anew where a screen changed is what a whole drawing would be")
{
    Glass glass;
    const ui::Theme& theme = ui::clear_theme();
    const auto exhibits = screens::gallery(glass.definition, "fr");
    ui::Surface grown(kWidth, kHeight);
    ui::Node before = glass.laid_out(exhibits.front().state);
    ui::paint(before, glass.painter(theme), grown);
    for (const auto& exhibit : exhibits) {
        ui::Node after = glass.laid_out(exhibit.state);
        for (const ui::Rect& rect : ui::damage(before, {}, after, {}, glass.text().metrics())) ui::paint(after, glass.painter(theme), grown, rect);
        ui::Surface whole(kWidth, kHeight);
        ui::paint(after, glass.painter(theme), whole);
        INFO(exhibit.name);
        CHECK(differences(grown, whole) == 0);
        before = std::move(after);
    }
}

TEST_CASE("a project that is chosen draws its card and the envelope anew, not the screen")
{
    Glass glass;
    booth::State state;
    for (auto& exhibit : screens::gallery(glass.definition, "fr"))
        if (exhibit.name == "07-projects") state = std::move(exhibit.state);
    const ui::Node before = glass.laid_out(state);
    const auto toggles = ui::focus_order(before);
    const auto toggle = std::find_if(toggles.begin(), toggles.end(), [](const ui::Node* node) { return node->id.starts_with("toggle."); });
    REQUIRE(toggle != toggles.end());
    state.session.chosen.push_back({std::stoul((*toggle)->id.substr(7)), 1});
    const ui::Node after = glass.laid_out(state);
    double area = 0;
    for (const ui::Rect& rect : ui::damage(before, {}, after, {}, glass.text().metrics())) area += rect.width * rect.height;
    CHECK(area > 0);
    CHECK(area < 0.35 * kWidth * kHeight);
}
