#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

ui::Node confirm_empty(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    return page(header(state, context, "", 3), message("alert-circle", words.text("empty.title"), words.text("empty.text")),
                footer(button("back", words.text("review.change")).with_icon("arrow-left"), spacer(), go_button(words.text("empty.on"))));
}

ui::Node confirm(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const std::string what = words.text("confirm.text", {{"count", session.chosen.size()}, {"spent", words.money(session.cost(context.definition))}});
    // The affirmative answer of the screen before stood at the bottom right: this one bears its own word and a lock.
    Node cast = button("go", words.text("confirm.cast"), Look::chosen).with_icon("lock").with_padding(4, 8);
    return page(header(state, context, "", 4), message("lock", words.text("confirm.title"), what), footer(back_button(context), spacer(), std::move(cast)));
}

ui::Node receipt(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const std::string& tracker = state.session.tracker;
    Node code;
    code.id = "receipt.qr";
    code.role = Role::image;
    code.qr = tracker;
    code.label.clear();
    Node tracker_text = text(tracker, Style::amount).as(Role::status).with_id("receipt.tracker");
    tracker_text.justify = Align::center;

    const double side = std::clamp(context.height_mm * 0.24, 34.0, 64.0);
    Node block = column({text(words.text("receipt.title"), Style::heading).as(Role::heading).with_icon("circle-check").justified(Align::center),
                         row({spacer(), std::move(code).with_width(side).with_height(side), spacer()}), std::move(tracker_text),
                         text(words.text("receipt.text")).justified(Align::center)})
                     .with_gap(5);
    return page(header(state, context, "", 0), column({spacer(), std::move(block), spacer()}),
                footer(std::nullopt, contacts(context), button("finish", words.text("receipt.finish"), Look::primary).with_icon("check").with_padding(2, 6)));
}

}  // namespace isoloir::screens
