#include "terminal/screens/choice.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/map.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

Node facts_of(const election::Project& project, const locales::Catalogue& words)
{
    Node facts = column({text(words.money(project.cost), Style::amount)}).with_gap(2.6);
    if (!project.place.empty()) facts.children.push_back(text(project.place).with_icon("map-pin"));
    if (!project.theme.empty()) facts.children.push_back(text(project.theme).with_icon("tag"));
    if (!project.proposer.empty())
        facts.children.push_back(text(words.text("project.proposer", {{"proposer", project.proposer}}), Style::small).with_icon("users"));
    return facts;
}

/// Nothing where the election has no such text.
void tell(Node& story, const std::string& title, const election::Texts& texts, const std::string& language)
{
    if (texts.by_language.empty() || texts.in(language).empty()) return;
    if (!title.empty()) story.children.push_back(text(title, Style::title));
    story.children.push_back(text(texts.in(language)));
}

/// The affirmative answer of this screen; where points are given, less and more stand in its place.
Node answer(const booth::State& state, const Context& context)
{
    const std::size_t index = state.session.project;
    Node choose = choose_buttons(state, context, index);
    if (!choose.children.empty()) return choose.at_least(90, 20);
    const auto& words = context.words;
    const bool chosen = state.session.has_chosen(index);
    if (chosen) choose.label = words.text("project.take_back");
    else if (choose.look == Look::secondary) choose.with_look(Look::primary).label = words.text("project.choose_for", {{"cost", words.money(context.definition.projects[index].cost)}});
    choose.hint.clear();
    return choose.with_padding(2, 6);
}

}  // namespace

ui::Node project(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& project = context.definition.projects[session.project];
    const bool narrow = context.is_portrait() || context.text_scale > 1.2;

    Node picture = picture_of(project);
    picture.min_height = 16;
    Node seen = column({std::move(picture)}).with_gap(4);
    Node story = column({facts_of(project, words)}).with_gap(3);
    tell(story, "", project.description, session.language);
    tell(story, words.text("project.objectives"), project.objectives, session.language);
    tell(story, words.text("project.beneficiaries"), project.beneficiaries, session.language);

    auto map = map_of(context, session.project);
    Node body;
    if (narrow) {
        // The map only where text leaves room for it.
        if (map && context.text_scale < 1.2) seen = row({std::move(seen).growing(), *std::move(map)}).with_gap(5).aligned(Align::stretch);
        body = column({std::move(seen).growing(), std::move(story)}).with_gap(5);
    } else {
        if (map && context.height_mm > 220) seen.children.push_back(*std::move(map));
        body = row({std::move(seen).growing(), std::move(story).growing()}).with_gap(8).aligned(Align::stretch);
    }
    return page(state, context, {project.title.in(session.language), 2}, column({envelope(state, context), std::move(body).growing()}).with_gap(5),
                {back_button(context), std::nullopt, std::nullopt, answer(state, context)});
}

}  // namespace isoloir::screens
