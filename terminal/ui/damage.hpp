#pragma once
// What has to be painted anew when one tree follows another: a press on a card paints the card and the envelope, not the
// screen.

#include <vector>

#include "terminal/ui/node.hpp"
#include "terminal/ui/theme.hpp"

namespace isoloir::ui {

/// What one painting shows besides the tree.
struct Emphasis {
    std::string focused;
    std::string pressed;
    bool operator==(const Emphasis&) const = default;
};

/// Where two laid-out trees of one theme differ, with room for focus rings and shadows: rectangles that do not touch.
/// Empty when nothing differs.
std::vector<Rect> damage(const Node& before, const Emphasis& emphasis_before, const Node& after, const Emphasis& emphasis_after, const Metrics& metrics);

}  // namespace isoloir::ui
