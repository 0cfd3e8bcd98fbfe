#include <algorithm>
#include <cmath>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

struct Grid {
    std::size_t columns;
    std::size_t rows;
    std::size_t per_page() const { return columns * rows; }
    std::size_t pages(std::size_t count) const { return (count + per_page() - 1) / per_page(); }
};

/// Whether the envelope's sentence stands over its bar instead of beside it.
bool is_stacked(const Context& context)
{
    return context.is_portrait() || context.width_mm / context.text_scale < 280;
}

Grid grid_of(const Context& context)
{
    const std::size_t count = context.definition.projects.size();
    // A card wants 100 mm by 78 mm at medium size; header, envelope and footer want the rest. Text grows faster than
    // what holds it.
    const double scale = std::max(0.95, context.text_scale);  // small text has a floor, too
    const bool stacked = is_stacked(context);
    const double width = context.width_mm - 16;
    const double height = context.height_mm - 20 - (context.is_portrait() ? 34 : 18) * std::max(1.0, scale) - (stacked ? 34 : 22) * std::max(1.0, scale) -
                          21 * std::max(1.0, std::sqrt(scale));
    const auto columns = static_cast<std::size_t>(std::clamp(std::floor((width + 5) / (100 * scale)), 1.0, 4.0));
    const auto rows = static_cast<std::size_t>(std::clamp(std::floor((height + 5) / (78 * std::pow(scale, 0.9))), 1.0, 6.0));
    Grid grid{columns, rows};
    // Wider cards where that costs no page more: nine projects as six and three instead of eight and one.
    while (grid.columns > 1 && Grid{grid.columns - 1, rows}.pages(count) == grid.pages(count)) --grid.columns;
    return grid;
}

/// Choisir, Choisi (pressing it again takes it back) or Trop cher.
Node choose_button(const booth::Session& session, const Context& context, std::size_t index)
{
    const auto& words = context.words;
    const std::string id = "toggle." + std::to_string(index);
    if (session.has_chosen(index))
        return button(id, words.text("project.chosen"), Look::chosen)
            .with_icon("circle-check")
            .as(Role::toggle)
            .select(true)
            .with_hint(words.text("project.take_back"));
    if (session.has_room_for(context.definition, index)) return button(id, words.text("project.choose")).with_icon("plus").as(Role::toggle);
    const bool full = session.chosen.size() >= context.definition.ballot.max_projects;
    return button(id, words.text(full ? "project.full" : "project.too_dear"), Look::dashed).with_icon("wallet").as(Role::toggle);
}

Node card(const booth::Session& session, const Context& context, std::size_t index)
{
    const auto& project = context.definition.projects[index];
    const std::string title = project.title.in(session.language);
    const bool chosen = session.has_chosen(index);
    const Look look = chosen ? Look::chosen_card : session.has_room_for(context.definition, index) ? Look::card : Look::dashed_card;

    Node picture;
    picture.role = Role::image;
    picture.picture = project.picture ? std::string(project.picture->begin(), project.picture->end()) : std::string();
    picture.theme = project.theme;
    picture.grow = 1;
    picture.min_height = 12;
    picture.selected = true;  // straight below: the text follows

    Node words = column({}).with_gap(1.6).with_padding(2.6, 1.4);
    std::string where = project.place;
    if (!project.theme.empty()) where += (where.empty() ? "" : " · ") + project.theme;
    if (!where.empty()) words.children.push_back(text(where, Style::small).with_icon("map-pin"));
    words.children.push_back(text(title, Style::title));
    Node seen = column({std::move(picture), std::move(words)}).with_gap(0).growing();
    seen.id = "look." + std::to_string(index);
    seen.role = Role::button;
    seen.focusable = true;
    seen.hint = context.words.text("project.see", {{"title", title}});

    Node bottom =
        row({text(context.words.money(project.cost), Style::price), choose_button(session, context, index).at_least(20, 17).with_padding(1, 2).growing()})
            .with_gap(4)
            .with_padding(2.6, 1.4);
    Node whole = column({std::move(seen), std::move(bottom)}).with_gap(0).with_look(look).as(Role::listitem).growing();
    whole.id = "card." + std::to_string(index);
    return whole;
}

}  // namespace

ui::Node envelope(const booth::State& state, const Context& context)
{
    const auto& session = state.session;
    const auto& words = context.words;
    const auto& definition = context.definition;
    const Money ceiling = definition.ballot.max_cost.value_or(definition.envelope);

    Node meter;
    meter.id = "envelope.meter";
    meter.role = Role::meter;
    meter.total = definition.ballot.max_cost ? ceiling.cents : static_cast<std::int64_t>(definition.ballot.max_projects);
    for (const std::size_t index : session.chosen) meter.segments.push_back(definition.ballot.max_cost ? definition.projects[index].cost.cents : 1);

    // Figures in Inter: the zero of the other font bears a slash.
    const auto amount = [&](Money money, const char* dress) {
        return std::string("<span font_family=\"Inter\" ") + dress + ">" + escaped(words.money(money)) + "</span>";
    };
    const std::string left_amount = amount(session.left(definition), "size=\"150%\" weight=\"800\"");
    Node left = definition.ballot.max_cost
                    ? marked(words.text("projects.left", {{"left", left_amount}}), Style::title)
                    : text(words.text("projects.left_free", {{"count", session.chosen.size()}, {"most", std::to_string(definition.ballot.max_projects)}}),
                           Style::title);
    left.as(Role::status).with_id("envelope.left");
    Node bar = column({std::move(meter)}).with_gap(2);
    if (definition.ballot.max_cost)
        bar.children.push_back(marked(
            words.text("projects.chosen", {{"count", session.chosen.size()}, {"spent", amount(session.cost(definition), "")}, {"total", amount(ceiling, "")}}),
            Style::small));

    const bool stacked = is_stacked(context);
    Node hero = stacked ? column({std::move(left), std::move(bar)}) : row({std::move(left), std::move(bar).growing()});
    return hero.with_gap(stacked ? 2 : 8).with_look(Look::hero).with_padding(3, 3);
}

ui::Node projects(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const std::size_t count = context.definition.projects.size();
    const Grid grid = grid_of(context);
    const std::size_t pages = grid.pages(count);
    const std::size_t page_index = std::min(session.page, pages - 1);

    Node list = column({}).with_gap(5).as(Role::list);
    for (std::size_t r = 0; r < grid.rows; ++r) {
        Node line = row({}).with_gap(5).growing().aligned(Align::stretch);
        for (std::size_t c = 0; c < grid.columns; ++c) {
            const std::size_t index = page_index * grid.per_page() + r * grid.columns + c;
            line.children.push_back(index < count ? card(session, context, index) : spacer());
        }
        list.children.push_back(std::move(line));
    }

    const bool terse = context.text_scale > 1.2 || context.is_portrait() || context.width_mm < 340;
    Node pager = row({}).growing().justified(Align::center);
    if (pages > 1) {
        Node previous = button("page.previous", terse ? "" : words.text("page.previous")).with_icon("chevron-left").with_hint(words.text("page.previous"));
        Node next = button("page.next", terse ? "" : words.text("page.next")).with_icon_after("chevron-right").with_hint(words.text("page.next"));
        previous.enabled = page_index > 0;
        next.enabled = page_index + 1 < pages;
        pager.children = {std::move(previous),
                          text(context.is_narrow() ? std::to_string(page_index + 1) + "/" + std::to_string(pages)
                                                   : words.text("page.which", {{"page", std::to_string(page_index + 1)}, {"pages", std::to_string(pages)}}),
                               Style::small),
                          std::move(next)};
    }
    Node body = column({envelope(state, context), std::move(list).growing()}).with_gap(4);
    return page(header(state, context, words.text("projects.title"), 2), std::move(body),
                footer(button("leave", context.is_narrow() ? "" : words.text("leave")).with_icon("x").with_hint(words.text("leave")), std::move(pager),
                       go_button(words.text("review.go"))));
}

}  // namespace isoloir::screens
