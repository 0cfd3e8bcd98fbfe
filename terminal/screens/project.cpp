#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

ui::Node project(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& project = context.definition.projects[session.project];

    Node picture;
    picture.role = Role::image;
    picture.picture = project.picture ? std::string(project.picture->begin(), project.picture->end()) : std::string();
    picture.theme = project.theme;
    picture.min_height = 24;
    picture.grow = 1;

    Node facts = column({}).with_gap(4);
    facts.children.push_back(text(words.money(project.cost), Style::amount));
    if (!project.place.empty()) facts.children.push_back(text(project.place).with_icon("map-pin"));
    if (!project.theme.empty()) facts.children.push_back(text(project.theme).with_icon("tag"));
    if (!project.proposer.empty())
        facts.children.push_back(text(words.text("project.proposer", {{"proposer", project.proposer}}), Style::small).with_icon("users"));
    Node story = column({std::move(facts)}).with_gap(5);
    const std::string description = project.description.in(session.language);
    if (!description.empty()) story.children.push_back(text(description));

    Node body = context.is_portrait() || context.text_scale > 1.2 ? column({std::move(picture), std::move(story)}).with_gap(6)
                                                                  : row({std::move(picture), std::move(story).growing()}).with_gap(8).aligned(Align::stretch);
    if (body.direction == Direction::row) body.children[0].grow = 1;

    const std::string id = "toggle." + std::to_string(session.project);
    const bool chosen = session.has_chosen(session.project);
    Node choose = chosen ? button(id, words.text("project.take_back"), Look::chosen).with_icon("circle-check")
                  : session.has_room_for(context.definition, session.project)
                      ? button(id, words.text("project.choose_for", {{"cost", words.money(project.cost)}}), Look::primary).with_icon("plus")
                      : button(id, words.text("project.too_dear"), Look::dashed).with_icon("wallet");
    return page(header(state, context, project.title.in(session.language), 2), column({envelope(state, context), std::move(body).growing()}).with_gap(5),
                footer(back_button(context), spacer(), choose.as(Role::toggle).select(chosen).with_padding(2, 6)));
}

}  // namespace isoloir::screens
