#include <algorithm>
#include <cmath>

#include "terminal/screens/choice.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;
using election::BallotKind;

namespace {

/// One chosen project: what it is, what it costs, and what can be done with it.
Node line_of(const booth::State& state, const Context& context, std::size_t index)
{
    const auto& words = context.words;
    const std::string number = std::to_string(index);
    const bool ranking = context.definition.ballot.kind == BallotKind::ranking;
    const std::size_t rank = state.session.rank_of(index);
    const std::string title = context.definition.projects[index].title.in(state.session.language);
    const bool terse = context.is_narrow();
    Node item = row({text(ranking ? words.text("ranking.line", {{"rank", std::to_string(rank)}, {"title", title}}) : title).growing(),
                     text(weight_of(state, context, index), Style::price)});
    if (ranking)
        if (Node up = button("up." + number, "").with_icon("arrow-up").with_hint(words.text("ranking.up")).at_least(15, 13).with_padding(1); true) {
            up.enabled = rank > 1;
            item.children.push_back(std::move(up));
        }
    item.children.push_back(button("toggle." + number, terse ? "" : words.text("project.take_back"))
                                .with_icon("x")
                                .with_hint(words.text("project.take_back"))
                                .at_least(15, 13)
                                .with_padding(1, 2));
    return item.with_gap(4).with_padding(1.2, 2).with_look(Look::card).as(Role::listitem);
}

Grid lines_on(const booth::State& state, const Context& context)
{
    const double scale = std::max(1.0, context.text_scale);
    const bool one = context.width_mm / context.text_scale < 430 || (state.session.chosen.size() < 4 && !is_low(state));
    const double room = body_height(state, context) - (is_low(state) ? (context.height_mm < 220 ? 14 : 4) : (context.is_portrait() ? 50 : 42) * scale);
    // A line holds two lines of text.
    return {one ? std::size_t{1} : std::size_t{2}, static_cast<std::size_t>(std::clamp(std::floor(room / (19.5 * std::pow(scale, 1.1))), 1.0, 10.0))};
}

}  // namespace

ui::Node review(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& rules = context.definition.ballot;
    Grid grid = lines_on(state, context);
    const std::size_t count = session.chosen.size();
    const std::size_t pages = grid.pages(count);
    const std::size_t shown = std::min(session.browsing.list_page, pages - 1);
    grid.rows = std::min(grid.rows, (std::max<std::size_t>(count, 1) + grid.columns - 1) / grid.columns);

    Node body = column({envelope(state, context)}).with_gap(4);
    if (count == 0) body.children.push_back(text(words.text("review.none"), Style::title));
    const bool enough = count >= rules.min_projects;
    if (!enough)
        body.children.push_back(
            text(words.text("review.least", {{"least", static_cast<std::size_t>(rules.min_projects)}}), Style::title).with_icon("alert-circle"));
    if (is_low(state)) body.children.push_back(spacer());
    if (count > 0) body.children.push_back(grid_of(grid, count, shown, 2.6, [&](std::size_t i) { return line_of(state, context, session.chosen[i].project); }));
    if (!is_low(state)) body.children.push_back(spacer());

    Node go = go_button(words.text("review.on"));
    if (!enough) {
        go.enabled = false;
        go.look = Look::dashed;
    }
    return page(state, context, {words.text("review.title"), 3}, std::move(body),
                {button("back", words.text("review.change")).with_icon("arrow-left"), std::nullopt, pager(state, context, shown, pages), std::move(go)});
}

}  // namespace isoloir::screens
