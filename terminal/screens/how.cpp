#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

Node step_card(const Context& context, const std::string& drawing, const std::string& key, bool beside)
{
    Node picture;
    picture.role = Role::image;
    picture.theme = drawing;
    Node words = column({text(context.words.text(key + ".title"), Style::title), text(context.words.text(key + ".text"))}).with_gap(2);
    if (beside) return row({std::move(picture).with_width(46).with_height(34), std::move(words).growing()}).with_gap(5);
    return column({std::move(picture).growing().at_least(20, 24), std::move(words)}).with_gap(4).growing();
}

}  // namespace

ui::Node how(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const bool beside = context.is_portrait() || context.text_scale > 1.2 || context.height_mm < 220;
    Node steps = beside ? column({}).with_gap(6) : row({}).with_gap(10).aligned(Align::stretch);
    for (const char* key : {"how.choose", "how.review", "how.seal"}) steps.children.push_back(step_card(context, key, key, beside));
    Node body = column({}).with_gap(5);
    if (beside) body.children = {spacer(), std::move(steps), spacer()};
    else body.children = {std::move(steps).growing()};
    if (state.session.comfort.speech || state.session.comfort.switches != booth::Switches::none)
        body.children.push_back(text(words.text("how.keys"), Style::small).with_icon("keyboard"));
    body.children.push_back(contact_line(context));
    return page(state, context, {words.text("how.title")}, std::move(body),
                {std::nullopt, std::nullopt, std::nullopt, go_button(words.text(state.beneath ? "how.back" : "how.begin"))});
}

}  // namespace isoloir::screens
