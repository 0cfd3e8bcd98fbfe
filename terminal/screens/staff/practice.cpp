#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node practice(const State& state, const Context& context)
{
    const auto& words = context.words;
    const bool on = state.figures.practice;
    Node body = message("school", {words.text(on ? "staff.practice.text_end" : "staff.practice.text")});
    if (auto said = trouble(state, context)) body.children.insert(body.children.begin(), *std::move(said));
    return page(state, context, words.text(on ? "staff.menu.practice_end" : "staff.menu.practice"), std::move(body),
                {menu_button(context), {}, go_button(words.text(on ? "staff.practice.end" : "staff.practice.go"), on ? "player-stop" : "player-play")});
}

}  // namespace isoloir::screens::staff
