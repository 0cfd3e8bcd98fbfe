#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node events(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node list = column({}).with_gap(context.is_low() ? 1.4 : 4).with_look(Look::panel).with_padding(3, 2).as(Role::list);
    for (const auto& event : state.events) {
        const std::string who = event.who.empty() ? words.text("staff.events.terminal") : event.who;
        list.children.push_back(row({text(words.text("staff.events.when", {{"date", words.date(event.day)}, {"hour", event.hour}}), Style::small).growing(6),
                                     text(words.text("staff.event." + event.what), Style::button).growing(7), text(who, Style::small).growing(5)})
                                    .with_gap(4)
                                    .as(Role::listitem));
    }
    Node pager = row({spacer()});
    if (state.page > 0) pager.children.push_back(button("page." + std::to_string(state.page - 1), words.text("staff.events.newer")).with_icon("chevron-left"));
    if (state.more)
        pager.children.push_back(button("page." + std::to_string(state.page + 1), words.text("staff.events.older")).with_icon_after("chevron-right"));
    pager.children.push_back(spacer());
    Node body = column({text(words.text("staff.events.text")), std::move(list), spacer()}).with_gap(4);
    return page(state, context, words.text("staff.events.title"), std::move(body),
                {menu_button(context), std::move(pager).growing(), go_button(words.text("staff.checks.done"), "check")});
}

}  // namespace isoloir::screens::staff
