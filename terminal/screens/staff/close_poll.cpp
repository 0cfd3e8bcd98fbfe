#include <algorithm>

#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"
#include "terminal/screens/staff/report.hpp"
#include "terminal/screens/staff/report_panel.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node close_poll(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node body = column({text(words.text("staff.close.text"))}).with_gap(context.is_low() ? 2.6 : 6);
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    body.children.push_back(report_panel(state, context, false));
    body.children.push_back(spacer());
    return page(state, context, words.text("staff.close.title"), std::move(body),
                {menu_button(context), print_button(state, context), go_button(words.text("staff.close.on"))});
}

ui::Node confirm_close(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node body = message("player-stop", {words.text("staff.confirm_close.text")});
    if (auto said = trouble(state, context)) body.children.insert(body.children.begin(), *std::move(said));
    Node close = button("go", words.text("staff.confirm_close.go"), Look::danger).with_icon("player-stop").with_padding(2, 5);
    return page(state, context, words.text("staff.confirm_close.title"), std::move(body), {back_button(context), {}, std::move(close)});
}

ui::Node closed(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node code;
    code.id = "closing.qr";
    code.role = Role::image;
    code.qr = closing_code(state.figures);
    code.hint = words.text("staff.closed.code");
    const double side = context.is_portrait() ? 90 : std::clamp(context.height_mm * 0.38, 60.0, 110.0);
    Node shown = column({std::move(code).with_width(side).with_height(side), text(words.text("staff.closed.code"), Style::small).justified(Align::center)})
                     .with_gap(2)
                     .with_width(side + 8)
                     .aligned(Align::center);

    Node said = state.figures.is_left_behind()
                    ? alarm(words.text("staff.closed.left_behind", {{"count", static_cast<std::size_t>(state.figures.ballots_waiting)}}))
                    : advice(words.text("staff.closed.all_there"));
    if (auto wrong = trouble(state, context)) said = *std::move(wrong);
    Node facts = context.is_portrait() ? column({report_panel(state, context, true), row({spacer(), std::move(shown), spacer()})}).with_gap(6)
                                       : row({report_panel(state, context, true).growing(), std::move(shown)}).with_gap(6);
    Node body = column({std::move(said), std::move(facts), spacer()}).with_gap(3);
    return page(state, context, words.text("staff.closed.title"), std::move(body),
                {menu_button(context), print_button(state, context), button("export", words.text("staff.menu.export"), Look::primary).with_icon("upload")});
}

}  // namespace isoloir::screens::staff
