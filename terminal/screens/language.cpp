#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// Side by side, or below each other where words are large or the screen is narrow.
Node choices(std::vector<Node> buttons, const Context& context)
{
    const bool stacked = context.is_portrait() || context.text_scale > 1.2;
    for (Node& choice : buttons) choice.grow = stacked ? 0 : 1;
    return stacked ? column(std::move(buttons)) : row(std::move(buttons));
}

}  // namespace

ui::Node language(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    Node comfort = choices({button("text.smaller.big", words.text("text.smaller")).with_icon("text-decrease").at_least(20, 26),
                            button("text.larger.big", words.text("text.larger")).with_icon("text-increase").at_least(20, 26),
                            button("contrast.big", words.text("contrast.change")).with_icon("contrast").at_least(20, 26)},
                           context);
    Node body = column({spacer(), text(words.text("language.text"), Style::title).justified(Align::center), std::move(comfort), spacer()}).with_gap(6);
    return page(header(state, context, words.text("language.title"), 0), std::move(body),
                footer(back_button(context), contacts(context), go_button(words.text("go.on"))));
}

}  // namespace isoloir::screens
