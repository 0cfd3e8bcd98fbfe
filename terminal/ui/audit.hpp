#pragma once

#include <string>
#include <vector>

#include "terminal/ui/text.hpp"

namespace isoloir::ui {

/// Judges a laid-out tree: text that does not fit its box or has unknown glyphs, children outside their parent, touch
/// targets under 12.7 mm, and text of too little contrast (10:1; 4.5:1 in the soft theme).
/// @return  one sentence for each fault
std::vector<std::string> audit(const Node& root, const Theme& theme, TextMeasurer& text);

}  // namespace isoloir::ui
