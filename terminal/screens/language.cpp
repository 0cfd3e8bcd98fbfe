#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

ui::Node language(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    Node body = column({spacer(), text(words.text("language.text")).justified(Align::center),
                        row({button("text.smaller.big", words.text("text.smaller")).with_icon("text-decrease").growing(),
                             button("text.larger.big", words.text("text.larger")).with_icon("text-increase").growing(),
                             button("contrast.big", words.text("contrast.change")).with_icon("contrast").growing()}),
                        spacer()})
                    .with_gap(6);
    if (context.is_portrait() || context.text_scale > 1.2) {
        body.children[2].direction = Direction::column;
        body.children[2].align = Align::stretch;
        for (Node& child : body.children[2].children) child.grow = 0;
    }
    return page(header(state, context, words.text("language.title"), 0), std::move(body), footer(back_button(context), contacts(context), go_button(words.text("go.on"))));
}

}  // namespace isoloir::screens
