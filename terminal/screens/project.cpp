#include <algorithm>

#include "terminal/screens/choice.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/map.hpp"
#include "terminal/screens/parts.hpp"
#include "terminal/screens/story.hpp"

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

std::vector<Paragraph> story_of(const election::Project& project, const locales::Catalogue& words)
{
    std::vector<Paragraph> story;
    // Nothing where the election has no such text.
    const auto tell = [&](const std::string& title, const election::Texts& texts) {
        const std::string text = texts.in(words.language());
        if (text.empty()) return;
        if (!title.empty()) story.push_back({title, Style::title});
        story.push_back({text});
    };
    tell("", project.description);
    tell(words.text("project.objectives"), project.objectives);
    tell(words.text("project.beneficiaries"), project.beneficiaries);
    return story;
}

Node column_of(const std::vector<Paragraph>& paragraphs)
{
    Node all = column({}).with_gap(3);
    for (const auto& paragraph : paragraphs) all.children.push_back(text(paragraph.text, paragraph.style));
    return all;
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
    else if (choose.look == Look::secondary)
        choose.with_look(Look::primary).label = words.text("project.choose_for", {{"cost", words.money(context.definition.projects[index].cost)}});
    choose.hint.clear();
    return choose.with_padding(2, 6);
}

}  // namespace

ui::Node project(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& project = context.definition.projects[session.project];
    const double scale = std::max(1.0, context.text_scale);
    const bool narrow = context.is_portrait() || context.text_scale > 1.2;
    const double width = context.width_mm - 16;
    const double height = context.height_mm - 70 - (narrow ? 62 : 28) * scale;  // under header and envelope, above the foot

    // The first page has picture, figures and the beginning of the text; the others, if there must be any, the text alone.
    constexpr double kFactsMm = 46;
    const Room first =
        narrow ? room_in(width, height - 50 - kFactsMm * scale, context.text_scale) : room_in(width / 2 - 4, height - kFactsMm * scale, context.text_scale);
    const auto pages = pages_of(story_of(project, words), first, room_in(width, height, context.text_scale));
    const std::size_t shown = std::min(session.browsing.list_page, pages.size() - 1);

    Node body = column_of(pages[shown]);
    if (shown == 0) {
        Node picture = picture_of(project);
        picture.min_height = 16;
        Node seen = column({std::move(picture)}).with_gap(4);
        Node story = column({facts_of(project, words), std::move(body)}).with_gap(3);
        auto map = map_of(context, session.project);
        if (narrow) {
            // The map only where text leaves room for it.
            if (map && context.text_scale < 1.2) seen = row({std::move(seen).growing(), *std::move(map)}).with_gap(5).aligned(Align::stretch);
            body = column({std::move(seen).growing(), std::move(story)}).with_gap(5);
        } else {
            if (map && context.height_mm > 220) seen.children.push_back(*std::move(map));
            body = row({std::move(seen).growing(), std::move(story).growing()}).with_gap(8).aligned(Align::stretch);
        }
    }
    return page(state, context, {project.title.in(session.language), 2}, column({envelope(state, context), std::move(body).growing()}).with_gap(5),
                {back_button(context), std::nullopt, pager(state, context, shown, pages.size()), answer(state, context)});
}

}  // namespace isoloir::screens
