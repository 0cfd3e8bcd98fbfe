#include <algorithm>
#include <cmath>

#include "terminal/screens/choice.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/listing.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// A card wants 100 mm by 78 mm at medium size. Text grows faster than what holds it.
Grid cards_on(const booth::State& state, const Context& context, std::size_t count)
{
    const double scale = std::max(0.95, context.text_scale);  // small text has a floor, too
    const bool stacked = context.is_portrait() || context.width_mm / context.text_scale < 280;
    const double envelope_mm = (stacked ? 34 : 22) * std::max(1.0, scale);
    const double tools_mm = 19;
    const double height = is_low(state) ? 0 : body_height(state, context) - envelope_mm - tools_mm;
    const double wide = context.definition.ballot.kind == election::BallotKind::points ? 112 : 100;
    const auto columns = static_cast<std::size_t>(std::clamp(std::floor((context.width_mm - 11) / (wide * scale)), 1.0, 4.0));
    const auto rows = static_cast<std::size_t>(std::clamp(std::floor((height + 5) / (78 * std::pow(scale, 0.9))), 1.0, 6.0));
    Grid grid{columns, rows};
    // Wider cards where that costs no page more: nine projects as six and three instead of eight and one.
    while (grid.columns > 1 && Grid{grid.columns - 1, rows}.pages(count) == grid.pages(count)) --grid.columns;
    return grid;
}

Node look_button(const Context& context, const std::string& title, std::size_t index)
{
    return button("look." + std::to_string(index), context.words.text("project.look")).with_icon("eye").with_hint(title).at_least(20, 17).with_padding(1, 2);
}

Node card(const booth::State& state, const Context& context, std::size_t index)
{
    const auto& project = context.definition.projects[index];
    const std::string title = project.title.in(state.session.language);
    const bool low = is_low(state);

    Node picture = picture_of(project);
    picture.min_height = 12;
    picture.selected = true;  // straight below: the text follows

    Node words = column({}).with_gap(1.6).with_padding(2.6, 1.4);
    std::string where = project.place;
    if (!project.theme.empty()) where += (where.empty() ? "" : " · ") + project.theme;
    if (!where.empty()) words.children.push_back(text(where, Style::small).with_icon("map-pin"));
    words.children.push_back(text(title, Style::title));
    if (low) words.children.push_back(text(context.words.money(project.cost), Style::price));
    Node seen = column({std::move(picture), std::move(words)}).with_gap(0).growing();
    if (!low) {
        // All of it leads to the project's page; in low reach a button further down does.
        seen.id = "look." + std::to_string(index);
        seen.role = Role::button;
        seen.focusable = true;
        seen.hint = context.words.text("project.see", {{"title", title}});
    }

    Node choose = choose_buttons(state, context, index).growing();
    if (choose.children.empty()) choose.at_least(20, 17).with_padding(1, 2);
    Node bottom = low ? row({look_button(context, title, index), std::move(choose)})
                      : row({text(context.words.money(project.cost), Style::price), std::move(choose)}).with_gap(4);
    Node whole = column({std::move(seen), std::move(bottom).with_padding(2.6, 1.4)}).with_gap(0).with_look(card_look(state, context, index)).as(Role::listitem);
    whole.id = "card." + std::to_string(index);
    return whole;
}

/// How the list is narrowed and ordered, and what does it.
Node tools(const booth::State& state, const Context& context, std::size_t count)
{
    const auto& words = context.words;
    const auto& browsing = state.session.browsing;
    const bool terse = context.is_narrow() || is_low(state);
    const auto tool = [&](const char* id, const char* icon, const char* key) {
        return button(id, terse ? "" : words.text(key)).with_icon(icon).with_hint(terse ? words.text(key) : "").at_least(15, 15).with_padding(1, 3);
    };
    std::string what = words.text(browsing.is_filtered() ? "list.found" : "list.all", {{"count", count}});
    if (browsing.theme) what += " · " + booth::themes_of(context.definition)[*browsing.theme];
    if (browsing.place) what += " · " + booth::places_of(context.definition)[*browsing.place];
    if (!browsing.search.empty()) what += " · « " + browsing.search + " »";
    if (!browsing.is_filtered() && browsing.order == booth::Order::shuffled && !terse) what += " · " + words.text("list.shuffled");
    Node bar = row({text(what, Style::small).as(Role::status).with_id("list.what").growing()});
    if (browsing.is_filtered()) bar.children.push_back(tool("all", "x", "list.show_all"));
    bar.children.push_back(tool("filter", "filter", "list.filter"));
    bar.children.push_back(tool("search", "search", "list.search"));
    return bar;
}

}  // namespace

ui::Node projects(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto shown = listed(state, context.definition);
    const Grid grid = cards_on(state, context, shown.size());
    const std::size_t pages = grid.pages(shown.size());
    const std::size_t page_index = std::min(state.session.browsing.page, pages - 1);

    Node list = shown.empty() ? message("search", words.text("list.none.title"), words.text("list.none.text"))
                              : grid_of(grid, shown.size(), page_index, 5, [&](std::size_t i) { return card(state, context, shown[i]); });
    Node body = column({}).with_gap(4);
    if (is_low(state)) body.children = {envelope(state, context), std::move(list).growing(), tools(state, context, shown.size())};
    else body.children = {envelope(state, context), tools(state, context, shown.size()), std::move(list).growing()};
    Node leave = button("leave", context.is_narrow() ? "" : words.text("leave")).with_icon("x").with_hint(words.text("leave"));
    return page(state, context, {words.text("projects.title"), 2}, std::move(body),
                {std::move(leave), std::nullopt, pager(state, context, page_index, pages), go_button(words.text("review.go"))});
}

}  // namespace isoloir::screens
