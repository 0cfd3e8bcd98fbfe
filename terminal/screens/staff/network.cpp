#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"
#include "terminal/screens/staff/readings.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node network(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& links = state.figures.machine.links;
    Node facts = column({}).with_gap(context.is_low() ? 2 : 4).with_look(Look::panel).with_padding(3, 2).as(Role::list);
    facts.children.push_back(line_of({words.text("staff.network.server"), state.figures.server, Health::fine}));
    for (std::size_t i = 0; i < links.size() && i < 4; ++i) {
        const std::string kind = words.text(links[i].wireless ? "staff.network.wireless" : "staff.network.cable", {{"name", links[i].name}});
        facts.children.push_back(
            line_of({kind, words.text(links[i].up ? "staff.network.link_up" : "staff.network.link_down"), links[i].up ? Health::fine : Health::unknown}));
    }
    facts.children.push_back(line_of(sync_reading(state, context)));
    facts.children.push_back(line_of(waiting_reading(state, context)));

    Node body = column({text(words.text("staff.network.text")), std::move(facts)}).with_gap(context.is_low() ? 3 : 6);
    if (state.can_set_network) body.children.push_back(button("wifi", words.text("staff.network.choose")).with_icon("wifi"));
    else body.children.push_back(text(words.text("staff.network.no_tool")));
    body.children.push_back(spacer());
    return page(state, context, words.text("staff.menu.network"), std::move(body),
                {menu_button(context), row({spacer(), button("again", words.text("staff.network.again")).with_icon("refresh"), spacer()}).growing(),
                 button("send", words.text("staff.network.send"), Look::primary).with_icon("upload")});
}

}  // namespace isoloir::screens::staff
