#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

ui::Node attract(const booth::State& state, const Context& context)
{
    const auto& definition = context.definition;
    const auto& words = context.words;
    Node facts = column({}).with_gap(3);
    facts.children.push_back(text(words.text("attract.envelope", {{"amount", words.money(definition.envelope)}}), Style::title).with_icon("wallet"));
    facts.children.push_back(text(words.text("attract.projects", {{"count", definition.projects.size()}}), Style::title).with_icon("building"));
    for (const auto& phase : definition.phases)
        if (phase.kind == election::PhaseKind::vote)
            facts.children.push_back(text(words.text("attract.until", {{"date", words.date(phase.until)}}), Style::title).with_icon("clock"));

    Node picture;
    picture.role = Role::image;
    picture.theme = "attract";
    picture.grow = 1;
    picture.min_height = 20;

    Node touch = row({}).with_gap(2.6);
    for (const std::string& tag : definition.languages) {
        const auto language = locales::Catalogue::load(tag);
        if (language)
            touch.children.push_back(button("start." + tag, language->text("attract.touch"), Look::primary).with_padding(3, 3).growing().at_least(20, 26));
    }
    if (context.is_portrait() || context.text_scale > 1.2) {
        // Two and two where four do not fit side by side.
        Node pairs = column({}).with_gap(2.6);
        for (std::size_t i = 0; i < touch.children.size(); i += 2) {
            Node pair = row({});
            for (std::size_t k = i; k < std::min(i + 2, touch.children.size()); ++k) pair.children.push_back(std::move(touch.children[k]));
            pairs.children.push_back(std::move(pair));
        }
        touch = std::move(pairs);
    }

    Node title =
        column({text(words.text("attract.title"), Style::display), text(definition.title.in(state.session.language), Style::heading).as(Role::heading)})
            .with_gap(3);
    return column({std::move(title), std::move(facts), std::move(picture), std::move(touch), contact_line(context).growing(0)})
        .with_gap(5)
        .with_padding(8, 6)
        .with_look(Look::page);
}

}  // namespace isoloir::screens
