#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// Where the campaign stands: how long there is still to vote, or that it is not the time.
Node time_left(const Context& context)
{
    const auto& words = context.words;
    for (const auto& phase : context.definition.phases) {
        if (phase.kind != election::PhaseKind::vote) continue;
        const std::string until = words.date(phase.until);
        const std::string what = context.around.days_left
                                     ? words.text("attract.days", {{"days", static_cast<std::size_t>(*context.around.days_left)}, {"date", until}})
                                     : words.text("attract.between", {{"from", words.date(phase.from)}, {"date", until}});
        return text(what, Style::title).with_icon("clock");
    }
    return spacer();
}

/// One for each language, in its own words: side by side, or two and two where four do not fit.
Node starts(const Context& context)
{
    const std::size_t columns = context.is_portrait() || context.text_scale > 1.2 || context.width_mm < 360 ? 2 : 4;
    const auto& tags = context.definition.languages;
    return grid_of({columns, (tags.size() + columns - 1) / columns}, tags.size(), 0, 2.6, [&](std::size_t i) {
        return button("start." + tags[i], locales::Catalogue::plain(tags[i], "attract.touch"), Look::primary).with_padding(3, 3).at_least(20, 24);
    });
}

}  // namespace

ui::Node attract(const booth::State& state, const Context& context)
{
    const auto& definition = context.definition;
    const auto& words = context.words;
    Node facts = column({}).with_gap(3);
    facts.children.push_back(
        text(words.text("attract.envelope", {{"amount", words.money(definition.envelope)}, {"count", definition.projects.size()}}), Style::title)
            .with_icon("wallet"));
    facts.children.push_back(time_left(context));
    facts.children.push_back(text(words.text("attract.ballots", {{"count", context.around.ballots}}), Style::title).with_icon("users"));

    Node picture;
    picture.role = Role::image;
    picture.theme = "attract";
    picture.grow = 1;
    picture.min_height = 16;

    Node title =
        column({text(words.text("attract.title"), Style::display), text(definition.title.in(state.session.language), Style::heading).as(Role::heading)})
            .with_gap(3);
    Node foot = row({contact_line(context).justified(Align::start).growing(),
                     button("staff", "").with_icon("user-shield").with_hint(words.text("attract.staff")).at_least(15, 15)});
    return column({std::move(title), std::move(facts), std::move(picture), starts(context), std::move(foot)})
        .with_gap(4)
        .with_padding(4, 6)
        .with_look(Look::page);
}

}  // namespace isoloir::screens
