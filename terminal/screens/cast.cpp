#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"
#include "terminal/screens/slip.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

Node qr_code(const std::string& id, const std::string& content, double side)
{
    Node code;
    code.id = id;
    code.role = Role::image;
    code.qr = content;
    return code.with_width(side).with_height(side);
}

Node tracker_of(const std::string& tracker)
{
    return text(tracker, Style::amount).as(Role::status).with_id("tracker").justified(Align::center);
}

}  // namespace

ui::Node confirm_empty(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    return page(state, context, {"", 3}, message("alert-circle", words.text("empty.title"), words.text("empty.text")),
                {button("back", words.text("review.change")).with_icon("arrow-left"), std::nullopt, std::nullopt, go_button(words.text("empty.on"))});
}

ui::Node confirm(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const bool low = is_low(state);
    const std::string what = words.text("confirm.text", {{"count", session.chosen.size()}, {"spent", words.money(session.cost(context.definition))}});
    Node block =
        column({text(words.text("confirm.title"), Style::heading).as(Role::heading).with_icon("lock").justified(Align::center),
                text(what).justified(Align::center), text(words.text("confirm.sealed"), Style::small).justified(Align::center), tracker_of(session.tracker)})
            .with_gap(5);
    // Checking the machine stands apart from casting, and is no smaller.
    Node check = row({spacer(), button("check", words.text("confirm.check")).with_icon("shield-check").with_padding(2, 6), spacer()});
    Node body = column({spacer(), std::move(block), spacer(), std::move(check)}).with_gap(4);
    if (!low) body.children.push_back(spacer());
    // The affirmative answer of the screen before stood at the bottom right: this one bears its own word and a lock.
    Node cast = button("go", words.text("confirm.cast"), Look::chosen).with_icon("lock").with_padding(4, 8);
    return page(state, context, {"", 4}, std::move(body), {back_button(context), std::nullopt, std::nullopt, std::move(cast)});
}

ui::Node checked(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const double side = std::clamp(std::min(context.height_mm * 0.36, context.width_mm * 0.4), 40.0, 100.0);
    Node code = column({qr_code("challenge.qr", session.challenge, side), tracker_of(session.tracker)}).with_gap(3);
    Node told = column({text(words.text("checked.text"))}).with_gap(3).growing();
    if (context.text_scale < 1.2) {
        told.children.push_back(text(words.text("checked.chosen"), Style::title));
        // What the page must show, as far as there is room for it.
        const std::size_t most = std::min<std::size_t>(session.chosen.size(), context.height_mm < 220 ? 3 : 8);
        Node list = column({}).with_gap(1).as(Role::list);
        for (std::size_t i = 0; i < most; ++i)
            list.children.push_back(
                text(context.definition.projects[session.chosen[i].project].title.in(session.language), Style::small).as(Role::listitem).with_icon("check"));
        if (most < session.chosen.size()) list.children.push_back(text("…", Style::small));
        if (session.chosen.empty()) list.children.push_back(text(words.text("review.none"), Style::small));
        told.children.push_back(std::move(list));
    }
    Node body = context.is_portrait() || context.width_mm / context.text_scale < 300
                    ? column({row({spacer(), std::move(code), spacer()}), std::move(told)}).with_gap(5)
                    : row({std::move(code), std::move(told)}).with_gap(10);
    return page(state, context, {words.text("checked.title")}, std::move(body),
                {std::nullopt, contact_line(context), std::nullopt, go_button(words.text("checked.on"))});
}

ui::Node receipt(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const double side = std::clamp(context.height_mm * 0.24, 34.0, 64.0);
    Node block = column({text(words.text("receipt.title"), Style::heading).as(Role::heading).with_icon("circle-check").justified(Align::center),
                         row({spacer(), qr_code("receipt.qr", receipt_code(state.session.tracker, context), side), spacer()}),
                         tracker_of(state.session.tracker), text(words.text("receipt.text")).justified(Align::center)})
                     .with_gap(5);
    if (state.printing == booth::Printing::done)
        block.children.push_back(text(words.text("receipt.printed"), Style::small).as(Role::status).with_icon("check").justified(Align::center));
    if (state.printing == booth::Printing::failed)
        block.children.push_back(text(words.text("receipt.not_printed"), Style::small).as(Role::status).with_icon("alert-circle").justified(Align::center));
    std::optional<Node> print;
    if (context.around.printer && state.printing != booth::Printing::done)
        print = button("print", context.is_narrow() ? "" : words.text("receipt.print"))
                    .with_icon("printer")
                    .with_hint(words.text("receipt.print"))
                    .with_padding(2, 6);
    return page(state, context, {""}, column({spacer(), std::move(block), spacer()}),
                {std::move(print), contact_line(context), std::nullopt,
                 button("finish", words.text("receipt.finish"), Look::primary).with_icon("check").with_padding(2, 6)});
}

}  // namespace isoloir::screens
