#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

ui::Node review(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& definition = context.definition;

    const std::size_t columns = context.is_portrait() || context.text_scale > 1.2 || session.chosen.size() < 4 ? 1 : 2;
    Node list = column({}).with_gap(2.6).as(Role::list);
    for (std::size_t i = 0; i < session.chosen.size(); i += columns) {
        Node line = row({}).with_gap(5);
        for (std::size_t c = 0; c < columns && i + c < session.chosen.size(); ++c) {
            const std::size_t index = session.chosen[i + c];
            const auto& project = definition.projects[index];
            Node item = row({text(project.title.in(session.language)).growing(), text(words.money(project.cost), Style::price),
                             button("toggle." + std::to_string(index), words.text("project.take_back")).with_icon("x").at_least(20, 13).with_padding(1, 2)})
                            .with_gap(4)
                            .with_padding(1.6, 2)
                            .with_look(Look::card)
                            .as(Role::listitem)
                            .growing();
            line.children.push_back(std::move(item));
        }
        list.children.push_back(std::move(line));
    }
    Node body = column({envelope(state, context)}).with_gap(5);
    if (session.chosen.empty()) body.children.push_back(text(words.text("review.none"), Style::title));
    else body.children.push_back(std::move(list));
    const bool enough = session.chosen.size() >= definition.ballot.min_projects;
    if (!enough)
        body.children.push_back(
            text(words.text("review.least", {{"least", static_cast<std::size_t>(definition.ballot.min_projects)}}), Style::title).with_icon("alert-circle"));
    body.children.push_back(spacer());

    Node go = go_button(words.text("review.on"));
    if (!enough) {
        go.enabled = false;
        go.look = Look::dashed;
    }
    return page(header(state, context, words.text("review.title"), 3), std::move(body),
                footer(button("back", words.text("review.change")).with_icon("arrow-left"), spacer(), std::move(go)));
}

}  // namespace isoloir::screens
