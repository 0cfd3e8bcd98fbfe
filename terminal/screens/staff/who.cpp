#include "shared/base/text.hpp"
#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node who(const State& state, const Context& context)
{
    const auto& words = context.words;
    std::vector<Node> names;
    const bool many = state.members.size() > 6;
    for (std::size_t i = 0; i < state.members.size(); ++i) names.push_back(button("member." + std::to_string(i), state.members[i].name).with_icon("user"));

    Node body = column({text(words.text(names.empty() ? "staff.who.none" : "staff.who.text"), Style::title)}).with_gap(context.is_low() ? 3 : 6);
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    body.children.push_back(grid(std::move(names), context.is_portrait() ? 2 : context.is_low() && many ? 4 : 3));
    body.children.push_back(spacer());

    Node languages = row({spacer()});
    for (const std::string& tag : locales::Catalogue::languages()) {
        const bool current = tag == state.language;
        Node choice = button("language." + tag, ascii_upper(tag), current ? Look::primary : Look::secondary).select(current);
        languages.children.push_back(choice.with_hint(locales::Catalogue::name_of(tag)).with_padding(1, 0));
    }
    languages.children.push_back(spacer());
    Node token = button("token", words.text("staff.who.token"), Look::primary).with_icon("usb").with_padding(2, 3);
    return page(state, context, words.text("staff.who.title"), std::move(body), {back_button(context), std::move(languages).growing(), std::move(token)});
}

}  // namespace isoloir::screens::staff
