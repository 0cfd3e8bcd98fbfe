#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node clean(const State& state, const Context& context)
{
    const auto& words = context.words;
    return page(state, context, words.text("staff.menu.clean"), message("spray", {words.text("staff.clean.text")}),
                {menu_button(context), {}, go_button(words.text("staff.clean.go"), "lock")});
}

ui::Node cleaning(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto seconds = static_cast<std::size_t>((state.time_left().count() + 999) / 1000);
    Node block = column({text(words.text("staff.cleaning.title"), Style::display).as(Role::heading).justified(Align::center),
                         text(std::to_string(seconds), Style::display).as(Role::status).with_id("seconds").justified(Align::center),
                         text(words.text("staff.cleaning.text"), Style::title).justified(Align::center)})
                     .with_gap(10);
    return column({spacer(), row({spacer(), std::move(block).growing(10), spacer()}), spacer()}).with_padding(4, 4).with_look(Look::hero);
}

}  // namespace isoloir::screens::staff
