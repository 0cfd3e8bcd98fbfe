#include "terminal/ui/damage.hpp"

#include <algorithm>

namespace isoloir::ui {
namespace {

/// Ring and halo of the focus reach 2.5 mm beyond a node, the shadow of a card less.
constexpr double kReachMm = 3;

Rect around(const Rect& a, const Rect& b)
{
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool touch(const Rect& a, const Rect& b)
{
    return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
}

class Collector {
public:
    explicit Collector(double reach) : reach_(reach) {}

    void compare(const Node& before, const Node& after)
    {
        if (static_cast<const Face&>(before) != static_cast<const Face&>(after) || before.children.size() != after.children.size()) {
            add(before.rect);
            add(after.rect);
            return;
        }
        for (std::size_t i = 0; i < after.children.size(); ++i) compare(before.children[i], after.children[i]);
    }

    void emphasis_moved(const std::string& from, const std::string& to, const Node& tree)
    {
        if (from == to) return;
        for (const std::string& id : {from, to})
            if (const Node* node = id.empty() ? nullptr : find(tree, id)) add(node->rect);
    }

    std::vector<Rect> rects;

private:
    /// Whatever it touches grows together with it, until nothing touches.
    void add(const Rect& rect)
    {
        Rect grown{rect.x - reach_, rect.y - reach_, rect.width + 2 * reach_, rect.height + 2 * reach_};
        for (auto other = rects.begin(); other != rects.end();) {
            if (!touch(grown, *other)) {
                ++other;
                continue;
            }
            grown = around(grown, *other);
            rects.erase(other);
            other = rects.begin();
        }
        rects.push_back(grown);
    }

    double reach_;
};

}  // namespace

std::vector<Rect> damage(const Node& before, const Emphasis& emphasis_before, const Node& after, const Emphasis& emphasis_after, const Metrics& metrics)
{
    Collector collector(metrics.px(kReachMm));
    collector.compare(before, after);
    collector.emphasis_moved(emphasis_before.focused, emphasis_after.focused, after);
    collector.emphasis_moved(emphasis_before.pressed, emphasis_after.pressed, after);
    return std::move(collector.rects);
}

}  // namespace isoloir::ui
