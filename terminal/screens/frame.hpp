#pragma once
// What most screens share: heading and comfort buttons above, back at the bottom left and the affirmative answer at the
// bottom right, always in the same place.

#include <optional>

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// @param step  1 to 4, or 0 for screens outside the count
ui::Node header(const booth::State& state, const Context& context, const std::string& title, int step);

/// @param middle  between back and go; may be a spacer
ui::Node footer(std::optional<ui::Node> back, ui::Node middle, std::optional<ui::Node> go);
ui::Node back_button(const Context& context);
ui::Node go_button(const std::string& label);

/// Header, body and footer over the whole screen; the body takes what is left. Focus reads the body before the comfort
/// buttons.
ui::Node page(ui::Node top, ui::Node body, ui::Node bottom);

/// A calm text in the middle of the screen: icon, title and one paragraph.
ui::Node message(const std::string& icon, const std::string& title, const std::string& text);

/// Phone and mail of those who can help, for the middle of a footer; nothing where that is too narrow for it.
ui::Node contacts(const Context& context);
/// The same wherever there is room.
ui::Node contact_line(const Context& context);

}  // namespace isoloir::screens
