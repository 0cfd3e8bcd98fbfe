#include <algorithm>
#include <cmath>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// How many projects to offer: as many lines as stand under the reason, at most four. A line takes 23 mm, what stands
/// around the list some 125 mm at medium size; text grows faster than what holds it.
std::size_t most_offered(const Context& context)
{
    const double scale = std::max(1.0, context.text_scale);
    const double left = context.height_mm - (context.is_portrait() ? 140 : 125) * std::pow(scale, 0.7);
    return static_cast<std::size_t>(std::clamp(std::floor(left / (23 * std::pow(scale, 0.5))), 1.0, 4.0));
}

}  // namespace

ui::Node does_not_fit(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& definition = context.definition;
    const auto& wanted = definition.projects[session.project];
    const Money left = session.left(definition);

    const bool too_many = session.chosen.size() >= definition.ballot.max_projects;
    const std::string why = too_many ? words.text("fit.too_many", {{"most", static_cast<std::size_t>(definition.ballot.max_projects)}})
                                     : words.text("fit.costs", {{"title", wanted.title.in(session.language)},
                                                                {"cost", words.money(wanted.cost)},
                                                                {"left", words.money(left)},
                                                                {"missing", words.money(wanted.cost - left)}});

    // Those that make room by themselves; where none does, all of them, and the voter may put back several.
    std::vector<std::size_t> offered;
    for (const std::size_t index : session.chosen)
        if (!definition.ballot.max_cost || definition.projects[index].cost + left >= wanted.cost) offered.push_back(index);
    if (offered.empty()) offered = session.chosen;
    offered.resize(std::min(offered.size(), most_offered(context)));

    Node swaps = column({}).with_gap(2.6).as(Role::list);
    for (const std::size_t index : offered) {
        const auto& project = definition.projects[index];
        Node line = button("swap." + std::to_string(index),
                           words.text("project.take_back") + " — " + project.title.in(session.language) + " · " + words.money(project.cost))
                        .with_icon("refresh");
        line.justify = Align::start;
        swaps.children.push_back(std::move(line));
    }
    Node body = column({envelope(state, context), text(why, Style::title)}).with_gap(5);
    if (!offered.empty()) {
        body.children.push_back(text(words.text("fit.swap")));
        body.children.push_back(std::move(swaps));
    }
    body.children.push_back(spacer());
    return page(header(state, context, words.text("fit.title"), 2), std::move(body),
                footer(button("back", words.text("fit.leave")).with_icon("arrow-left"), contacts(context), std::nullopt));
}

}  // namespace isoloir::screens
