#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"
#include "terminal/screens/staff/report_panel.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node open_poll(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node body = column({text(words.text("staff.open.text"))}).with_gap(context.is_low() ? 2.6 : 6);
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    body.children.push_back(report_panel(state, context, false));
    body.children.push_back(spacer());
    return page(state, context, words.text("staff.open.title"), std::move(body),
                {menu_button(context), print_button(state, context), go_button(words.text("staff.open.go"), "player-play")});
}

ui::Node opened(const State& state, const Context& context)
{
    const auto& words = context.words;
    return page(state, context, words.text("staff.opened.title"), message("circle-check", {words.text("staff.opened.text")}),
                {menu_button(context), {}, go_button(words.text("staff.opened.go"), "logout")});
}

}  // namespace isoloir::screens::staff
