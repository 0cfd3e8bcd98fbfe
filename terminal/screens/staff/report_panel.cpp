#include "terminal/screens/staff/report_panel.hpp"

#include "terminal/screens/staff/report.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node report_panel(const State& state, const Context& context, bool with_head)
{
    Node list = column({}).with_gap(context.is_low() ? 0.8 : 2.6).with_look(Look::panel).with_padding(3, 2).as(Role::list);
    for (const auto& [name, value] : report_rows(state.figures, context.words))
        list.children.push_back(row({text(name).growing(), text(value, Style::title)}).with_gap(4).as(Role::listitem));
    if (with_head)
        list.children.push_back(column({text(context.words.text("staff.report.head"), Style::small), text(in_groups(state.figures.chain_head), Style::small)})
                                    .with_gap(0.6)
                                    .as(Role::listitem));
    return list;
}

ui::Node print_button(const State& state, const Context& context)
{
    if (state.figures.machine.printer == isoloir::staff::Part::absent) return spacer();
    Node print = button("print", context.words.text(state.printed ? "staff.report.printed" : "staff.report.print"))
                     .with_icon(state.printed ? "circle-check" : "printer");
    return row({spacer(), std::move(print), spacer()}).growing();
}

}  // namespace isoloir::screens::staff
