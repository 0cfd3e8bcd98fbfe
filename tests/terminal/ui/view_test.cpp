#include "tests/support/catch.hpp"

#include "terminal/ui/view.hpp"

using namespace isoloir::ui;
using namespace std::chrono_literals;

namespace {

/// Text of ten pixels a character, so that layout needs no font here.
class TenPixels final : public TextMeasurer {
public:
    Measured measure(const Node& node, double) override { return {{10.0 * static_cast<double>(node.label.size()), 20}, false}; }
    const Metrics& metrics() const override { return metrics_; }

private:
    Metrics metrics_{4.0, 1.0};
};

struct Glass {
    TenPixels text;
    View view;
    Milliseconds now{10'000};

    Glass()
    {
        show("first");
        wait(1s);
    }
    void show(const std::string& screen) { view.show(screen, row({button("left", "L"), button("right", "R")}).with_gap(30), {400, 100}, text, now); }
    void wait(Milliseconds time) { now += time; }
    std::optional<std::string> press(double x, double y, std::int64_t finger = 1) { return view.take(Press{x, y, finger}, now); }
    std::optional<std::string> release(double x, double y, std::int64_t finger = 1) { return view.take(Release{x, y, finger}, now); }
    Rect of(const std::string& id) const { return find(view.tree(), id)->rect; }
};

}  // namespace

TEST_CASE("a press acts on release over the same node, however long it lasts")
{
    Glass glass;
    CHECK_FALSE(glass.press(20, 40));
    CHECK(glass.view.pressed() == "left");
    glass.wait(1min);
    CHECK(glass.release(20, 40) == "left");
    CHECK(glass.view.pressed().empty());
}

TEST_CASE("a rolling finger may leave the node by 5 mm and no more")
{
    Glass glass;
    const double edge = glass.of("left").right();
    glass.press(20, 40);
    CHECK(glass.release(edge + 19, 40) == "left");
    glass.press(20, 40);
    CHECK_FALSE(glass.release(edge + 21, 40));
}

TEST_CASE("a press that begins beside a node does not act where it ends")
{
    Glass glass;
    glass.press(glass.of("left").right() + 40, 40);
    CHECK_FALSE(glass.release(20, 40));
}

TEST_CASE("a second finger is ignored")
{
    Glass glass;
    glass.press(20, 40, 1);
    glass.press(glass.of("right").x + 5, 40, 2);
    CHECK_FALSE(glass.release(glass.of("right").x + 5, 40, 2));
    CHECK(glass.release(20, 40, 1) == "left");
}

TEST_CASE("a long press does not fall through to what stands there on the next screen")
{
    Glass glass;
    glass.press(20, 40);
    glass.show("second");
    CHECK_FALSE(glass.release(20, 40));

    glass.press(20, 40);
    CHECK_FALSE(glass.release(20, 40));  // 250 ms have not passed since the finger left
    glass.wait(kGuard);
    glass.press(20, 40);
    CHECK(glass.release(20, 40) == "left");
}

TEST_CASE("drawing the same screen again keeps press and focus")
{
    Glass glass;
    glass.view.take(KeyPress{Key::next}, glass.now);
    glass.press(20, 40);
    glass.show("first");
    CHECK(glass.release(20, 40) == "left");
}

TEST_CASE("the keyboard walks all nodes in order and activates the one in focus")
{
    Glass glass;
    CHECK_FALSE(glass.view.take(KeyPress{Key::choose}, glass.now));
    glass.view.take(KeyPress{Key::next}, glass.now);
    CHECK(glass.view.focused() == "left");
    glass.view.take(KeyPress{Key::next}, glass.now);
    CHECK(glass.view.take(KeyPress{Key::choose}, glass.now) == "right");
    glass.view.take(KeyPress{Key::next}, glass.now);
    CHECK(glass.view.focused() == "left");
    glass.view.take(KeyPress{Key::previous}, glass.now);
    CHECK(glass.view.focused() == "right");
    glass.show("second");
    CHECK(glass.view.focused().empty());
}
