#pragma once
// What staff mode's screens share: a dark band above, so that nobody takes them for a resident's; back at the bottom left
// and the affirmative answer at the bottom right.

#include <optional>

#include "terminal/screens/staff/screen.hpp"

namespace isoloir::screens::staff {

struct Foot {
    std::optional<ui::Node> back{};
    std::optional<ui::Node> middle{};
    std::optional<ui::Node> go{};
};

ui::Node page(const State& state, const Context& context, const std::string& title, ui::Node body, Foot foot);

/// To the menu of the day.
ui::Node menu_button(const Context& context);
ui::Node back_button(const Context& context);
ui::Node go_button(const std::string& label, const std::string& icon = "arrow-right");

/// A calm text in the middle of the screen: icon, paragraphs below each other.
ui::Node message(const std::string& icon, const std::vector<std::string>& paragraphs);

/// What to do, or what went wrong, in a frame of its own.
ui::Node advice(const std::string& text);
ui::Node alarm(const std::string& text);
/// The sentence for state.trouble; nothing where all is well.
std::optional<ui::Node> trouble(const State& state, const Context& context);

/// Nodes in rows of `columns`, all alike in width.
ui::Node grid(std::vector<ui::Node> nodes, std::size_t columns, double gap = 2.6);

}  // namespace isoloir::screens::staff
