// Narrowing the list of projects: by order, theme and place on one screen, by words on the other.

#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/keyboard.hpp"
#include "terminal/screens/listing.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

Node option(const std::string& id, const std::string& label, bool chosen)
{
    return button(id, label, chosen ? Look::chosen : Look::secondary)
        .with_icon(chosen ? "circle-check" : "tag")
        .as(Role::toggle)
        .select(chosen)
        .at_least(20, 15)
        .with_padding(1, 3);
}

std::vector<Node> orders(const booth::Browsing& browsing, const locales::Catalogue& words)
{
    std::vector<Node> all;
    for (const auto& [order, name] : {std::pair{booth::Order::shuffled, "shuffled"}, {booth::Order::by_cost, "cost"}, {booth::Order::by_place, "place"}})
        all.push_back(option(std::string("order.") + name, words.text(std::string("order.") + name), browsing.order == order));
    return all;
}

std::vector<Node> words_to_choose(const std::string& prefix, const std::string& every, const std::vector<std::string>& words, std::optional<std::size_t> chosen)
{
    std::vector<Node> all{option(prefix + "all", every, !chosen)};
    for (std::size_t i = 0; i < words.size(); ++i) all.push_back(option(prefix + std::to_string(i), words[i], chosen == i));
    return all;
}

std::string facet_name(booth::Facet facet)
{
    return facet == booth::Facet::order ? "order" : facet == booth::Facet::theme ? "theme" : "place";
}

Node facets(const booth::Browsing& browsing, const locales::Catalogue& words)
{
    Node bar = row({});
    for (const auto facet : {booth::Facet::order, booth::Facet::theme, booth::Facet::place}) {
        const bool current = browsing.facet == facet;
        bar.children.push_back(button("facet." + facet_name(facet), words.text("filter." + facet_name(facet)), current ? Look::primary : Look::secondary)
                                   .select(current)
                                   .at_least(20, 15)
                                   .with_padding(1, 3)
                                   .growing());
    }
    return bar;
}

}  // namespace

ui::Node filter(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& browsing = state.session.browsing;
    auto options = browsing.facet == booth::Facet::order ? orders(browsing, words)
                   : browsing.facet == booth::Facet::theme
                       ? words_to_choose("theme.", words.text("filter.all"), booth::themes_of(context.definition), browsing.theme)
                       : words_to_choose("place.", words.text("filter.all"), booth::places_of(context.definition), browsing.place);
    const double scale = std::max(1.0, context.text_scale);
    const double room = body_height(state, context) - (is_low(state) ? 20 : 26 * scale);
    // A theme's name may take two lines.
    const Grid grid{static_cast<std::size_t>(std::clamp(context.width_mm / (110 * scale), 1.0, 4.0)),
                    static_cast<std::size_t>(std::clamp(room / (19 * scale + 2.6), 1.0, 8.0))};
    const std::size_t pages = grid.pages(options.size());
    const std::size_t shown = std::min(browsing.list_page, pages - 1);
    Node list = grid_of(grid, options.size(), shown, 2.6, [&](std::size_t i) { return options[i]; });
    const std::size_t count = listed(state, context.definition).size();
    Node found = text(words.text("list.found", {{"count", count}}), Style::title).as(Role::status).with_id("list.what");
    Node body = column({}).with_gap(4);
    if (is_low(state)) body.children = {std::move(found), spacer(), facets(browsing, words), std::move(list)};
    else body.children = {facets(browsing, words), std::move(list), std::move(found), spacer()};
    return page(state, context, {words.text("filter.title"), 2}, std::move(body),
                {back_button(context), contact_line(context), pager(state, context, shown, pages), go_button(words.text("list.show", {{"count", count}}))});
}

ui::Node search(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const bool low = is_low(state);
    const std::size_t count = listed(state, context.definition).size();
    Node typed = text(state.session.browsing.search + "_", Style::heading).as(Role::status).with_id("typed");
    Node field = row({std::move(typed).with_icon("search").growing()}).with_look(Look::panel).with_padding(3);
    const double height = low ? 13 : context.height_mm < 220 || context.text_scale > 1.2 ? 14 : 20;
    Node pad = word_keys(state.session.language, {words.text("erase"), words.text("key.space")}, low && !context.is_portrait(), height);
    Node found = text(words.text("list.found", {{"count", count}})).as(Role::status).with_id("list.what");
    Node body = column({std::move(field), std::move(found)}).with_gap(4);
    if (low) body.children.push_back(spacer());
    body.children.push_back(std::move(pad));
    if (!low) body.children.push_back(spacer());
    return page(state, context, {words.text("search.title"), 2}, std::move(body),
                {back_button(context), contact_line(context), std::nullopt, go_button(words.text("list.show", {{"count", count}}))});
}

}  // namespace isoloir::screens
