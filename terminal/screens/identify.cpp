#include <utility>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/keyboard.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// As on the card: 85.07.30-033 28; what is not typed yet is a low line.
std::string number_as_on_card(const std::string& typed)
{
    constexpr std::string_view mould = "__.__.__-___.__";
    std::string shown;
    std::size_t next = 0;
    for (const char place : mould) {
        if (place != '_') shown += place;
        else shown += next < typed.size() ? typed[next++] : '_';
    }
    return shown;
}

/// To the other way of saying who one is, where there are two.
std::optional<Node> switch_button(const Context& context, bool number)
{
    const auto& eligibility = context.definition.eligibility;
    if (!eligibility.national_number || !eligibility.voter_code) return std::nullopt;
    return button("identify.switch", context.words.text(number ? "identify.use_code" : "identify.use_number")).with_icon(number ? "ticket" : "users");
}

/// Where the body has no room for it, the other way stands at the foot.
bool has_switch_at_foot(const booth::State& state, const Context& context)
{
    return is_low(state) || context.text_scale > 1.5;
}

Node explanation_of(const booth::State& state, const Context& context, bool number)
{
    const auto& words = context.words;
    Node explanation = column({text(words.text(number ? "identify.number.text" : "identify.code.text"))}).with_gap(number ? 5 : 2.6);
    if (!has_switch_at_foot(state, context))
        if (auto other = switch_button(context, number)) explanation.children.push_back(*std::move(other));
    return explanation;
}

}  // namespace

ui::Node identify(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const bool low = is_low(state);
    const bool number = state.session.identifier == election::IdentifierKind::national_number;

    Node shown = text(number ? number_as_on_card(state.session.typed) : state.session.typed + "_", Style::display)
                     .as(Role::status)
                     .with_id("typed")
                     .justified(Align::center);
    Node field = column({std::move(shown)}).with_look(Look::panel).with_padding(context.text_scale > 1.5 ? 2 : 4);

    const double height = low || context.text_scale > 1.5 ? 13 : context.height_mm < 220 || context.text_scale > 1.2 ? 14 : 20;
    const KeyboardWords keyboard{words.text("erase"), words.text("key.space")};
    Node pad = number ? number_keys(keyboard, low && !context.is_portrait(), height)
                      : code_keys(state.session.language, keyboard, low && !context.is_portrait(), height);
    Node explanation = explanation_of(state, context, number);
    Node card = context.around.card_reader && number ? text(words.text("identify.card")).with_icon("credit-card") : column({});

    Node body = column({});
    if (low) {
        body = column({std::move(explanation), std::move(card), spacer(), std::move(field), std::move(pad)}).with_gap(2.6);
    } else if (context.is_portrait() || !number) {
        body = column({std::move(explanation), std::move(field), std::move(pad), std::move(card), spacer()}).with_gap(context.is_portrait() ? 5 : 2.6);
    } else {
        Node entry = column({std::move(field), std::move(pad)}).with_gap(5).growing(context.text_scale > 1.2 ? 3 : 4);
        explanation.children.push_back(std::move(card));
        body = row({std::move(explanation).growing(3), std::move(entry)}).with_gap(12);
    }
    Foot foot{back_button(context), contact_line(context), std::nullopt, go_button(words.text(number ? "identify.check" : "identify.check_code"))};
    if (has_switch_at_foot(state, context))
        if (auto other = switch_button(context, number)) {
            if (low || context.width_mm / context.text_scale < 300) other->hint = std::exchange(other->label, "");
            foot.pager = std::move(other);
        }
    return page(state, context, {words.text(number ? "identify.number.title" : "identify.code.title"), 1}, std::move(body), std::move(foot));
}

ui::Node take_card(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    return page(state, context, {"", 1}, message("credit-card", words.text("card.title"), words.text("card.text")),
                {std::nullopt, contact_line(context), std::nullopt, go_button(words.text("card.taken"))});
}

}  // namespace isoloir::screens
