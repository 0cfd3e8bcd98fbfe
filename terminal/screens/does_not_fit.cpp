#include <algorithm>
#include <cmath>

#include "terminal/screens/choice.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

/// How many projects to offer: as many lines as stand under the reason, at most four. A line takes 23 mm, what stands
/// around the list some 80 mm at medium size; text grows faster than what holds it.
std::size_t most_offered(const booth::State& state, const Context& context)
{
    const double scale = std::max(1.0, context.text_scale);
    const double left = body_height(state, context) - (is_low(state) ? 0 : (context.is_portrait() ? 90 : 75) * std::pow(scale, 0.7));
    return static_cast<std::size_t>(std::clamp(std::floor(left / (23 * std::pow(scale, 0.5))), 1.0, 4.0));
}

std::string reason(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& session = state.session;
    const auto& rules = context.definition.ballot;
    const auto& wanted = context.definition.projects[session.project];
    if (rules.kind == election::BallotKind::points && session.points_of(session.project) >= rules.max_points)
        return words.text("fit.most_points", {{"title", wanted.title.in(session.language)}, {"most", static_cast<std::size_t>(rules.max_points)}});
    if (rules.kind == election::BallotKind::points && session.points() >= rules.max_sum_points)
        return words.text("fit.no_points", {{"most", static_cast<std::size_t>(rules.max_sum_points)}});
    if (session.chosen.size() >= rules.max_projects) return words.text("fit.too_many", {{"most", static_cast<std::size_t>(rules.max_projects)}});
    const Money left = session.left(context.definition);
    return words.text("fit.costs", {{"title", wanted.title.in(session.language)},
                                    {"cost", words.money(wanted.cost)},
                                    {"left", words.money(left)},
                                    {"missing", words.money(wanted.cost - left)}});
}

/// Those that make room by themselves; where none does, all of them, and the voter may put back several.
std::vector<std::size_t> ways_out(const booth::State& state, const Context& context)
{
    const auto& session = state.session;
    const auto& definition = context.definition;
    if (session.has_chosen(session.project)) return {};  // it has all the points that one project may have
    const Money left = session.left(definition);
    const Money wanted = definition.projects[session.project].cost;
    std::vector<std::size_t> all;
    std::vector<std::size_t> enough;
    for (const auto& mark : session.chosen) {
        all.push_back(mark.project);
        if (!definition.ballot.max_cost || definition.projects[mark.project].cost + left >= wanted) enough.push_back(mark.project);
    }
    return enough.empty() ? all : enough;
}

}  // namespace

ui::Node does_not_fit(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    auto offered = ways_out(state, context);
    offered.resize(std::min(offered.size(), most_offered(state, context)));

    Node swaps = column({}).with_gap(2.6).as(Role::list);
    for (const std::size_t index : offered) {
        const std::string title = context.definition.projects[index].title.in(state.session.language);
        Node line = button("swap." + std::to_string(index), words.text("project.take_back") + " — " + title + " · " + weight_of(state, context, index))
                        .with_icon("refresh");
        line.justify = Align::start;
        swaps.children.push_back(std::move(line));
    }
    Node body = column({envelope(state, context), text(reason(state, context), Style::title)}).with_gap(5);
    if (!offered.empty()) {
        body.children.push_back(text(words.text("fit.swap")));
        body.children.push_back(std::move(swaps));
    }
    body.children.insert(is_low(state) && !offered.empty() ? body.children.end() - 1 : body.children.end(), spacer());
    return page(state, context, {words.text("fit.title"), 2}, std::move(body),
                {button("back", words.text("fit.leave")).with_icon("arrow-left"), contact_line(context), std::nullopt, std::nullopt});
}

}  // namespace isoloir::screens
