#include "terminal/screens/frame.hpp"
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

Node key(char character)
{
    const std::string name(1, character);
    return button("key." + name, name).with_style(Style::title).growing().with_padding(1);
}

Node keys(const std::string& rows, double height)
{
    Node pad = column({}).with_gap(2.6);
    Node line = row({});
    for (const char character : rows) {
        if (character == '/') {
            pad.children.push_back(std::move(line));
            line = row({});
        } else {
            line.children.push_back(key(character).at_least(13, height));
        }
    }
    pad.children.push_back(std::move(line));
    return pad;
}

}  // namespace

ui::Node identify(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const bool number = state.session.identifier == election::IdentifierKind::national_number;
    const std::string kind = number ? "identify.number" : "identify.code";

    Node shown = text(number ? number_as_on_card(state.session.typed) : state.session.typed + "_", Style::display)
                     .as(Role::status)
                     .with_id("typed")
                     .justified(Align::center);
    Node field = column({std::move(shown)}).with_look(Look::panel).with_padding(context.text_scale > 1.5 ? 2 : 4);

    const double height = context.height_mm < 220 || context.text_scale > 1.2 ? 14 : 20;
    Node pad = number ? keys("123/456/789", height) : keys("1234567890/AZERTYUIOP/QSDFGHJKLM/WXCVBN", height);
    const Node erase = button("erase", words.text("erase")).with_icon("backspace").with_padding(1, 2).at_least(13, height);
    if (number) pad.children.push_back(row({key('0').at_least(13, height), Node(erase).growing(2)}));
    else pad.children.back().children.push_back(erase);

    Node explanation = column({text(words.text(kind + ".text"))}).with_gap(number ? 5 : 2.6);
    if (context.definition.eligibility.national_number && context.definition.eligibility.voter_code)
        explanation.children.push_back(
            button("identify.switch", words.text(number ? "identify.use_code" : "identify.use_number")).with_icon(number ? "ticket" : "users"));

    Node body = column({});
    if (context.is_portrait() || !number) {
        body = column({std::move(explanation), std::move(field), std::move(pad), spacer()}).with_gap(context.is_portrait() ? 5 : 2.6);
    } else {
        Node entry = column({std::move(field), std::move(pad)}).with_gap(5).growing(4);
        body = row({std::move(explanation).growing(3), std::move(entry)}).with_gap(12);
    }
    return page(header(state, context, words.text(kind + ".title"), 1), std::move(body),
                footer(back_button(context), contacts(context), go_button(words.text(number ? "identify.check" : "identify.check_code"))));
}

}  // namespace isoloir::screens
