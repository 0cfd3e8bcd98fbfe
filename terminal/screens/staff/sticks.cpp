#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Way;

namespace {

constexpr std::size_t kMost = 6;  // sticks that anybody puts in at once

}  // namespace

ui::Node sticks(const State& state, const Context& context)
{
    const auto& words = context.words;
    const bool out = state.way == Way::out;
    std::vector<Node> found;
    for (std::size_t i = 0; i < state.sticks.size() && i < kMost; ++i) {
        const auto& stick = state.sticks[i];
        const std::string label =
            words.text(out ? "staff.sticks.write" : "staff.sticks.read", {{"name", stick.name}, {"free", static_cast<std::size_t>(stick.free_mb)}});
        found.push_back(button("stick." + std::to_string(i), label, Look::primary).with_icon("usb"));
    }
    Node body = column({text(words.text(out ? "staff.sticks.text_out" : "staff.sticks.text_in"), Style::title)}).with_gap(6);
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    if (found.empty()) body.children.push_back(message("usb", {words.text("staff.sticks.none")}).growing());
    else body.children.push_back(grid(std::move(found), context.is_portrait() ? 1 : 2));
    body.children.push_back(spacer());
    return page(state, context, words.text(out ? "staff.sticks.title_out" : "staff.sticks.title_in"), std::move(body),
                {menu_button(context), {}, button("again", words.text("staff.sticks.again")).with_icon("refresh")});
}

}  // namespace isoloir::screens::staff
