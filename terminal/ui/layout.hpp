#pragma once
// Boxes in rows and columns: measured from the leaves up, then given their places from the root down. Also what a
// node's content box is, so that painting and auditing agree with it.

#include "terminal/ui/text.hpp"

namespace isoloir::ui {

/// Fills every rect of the tree. @param size  pixels
void layout(Node& root, Size size, TextMeasurer& text);

/// Size that a node wants at this width, in pixels.
Size wanted_size(const Node& node, double width, TextMeasurer& text);

/// Where a leaf's icon and text stand inside it.
struct Content {
    Rect icon;  // empty when there is none
    Rect text;
};
Content content_of(const Node& node, const Metrics& metrics, TextMeasurer& text);

}  // namespace isoloir::ui
