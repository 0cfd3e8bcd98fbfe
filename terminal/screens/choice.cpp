#include "terminal/screens/choice.hpp"

#include "terminal/screens/frame.hpp"

namespace isoloir::screens {

using namespace ui;
using election::BallotKind;

namespace {

/// Why one more mark has no room.
std::string no_room_word(const booth::State& state, const Context& context, std::size_t project)
{
    const auto& rules = context.definition.ballot;
    const auto& words = context.words;
    if (rules.kind == BallotKind::points && state.session.points() >= rules.max_sum_points) return words.text("project.no_points");
    const bool full = state.session.chosen.size() >= rules.max_projects || !rules.max_cost ||
                      context.definition.projects[project].cost <= state.session.left(context.definition);
    return words.text(full ? "project.full" : "project.too_dear");
}

Node points_buttons(const booth::State& state, const Context& context, std::size_t project)
{
    const auto& words = context.words;
    const std::uint32_t points = state.session.points_of(project);
    const std::string number = std::to_string(project);
    Node less = button("less." + number, "").with_icon("minus").with_hint(words.text("points.less")).at_least(17, 17).with_padding(1);
    Node more = button("more." + number, "").with_icon("plus").with_hint(words.text("points.more")).at_least(17, 17).with_padding(1);
    if (!state.session.has_room_for(context.definition, project)) more.look = Look::dashed;
    less.enabled = points > 0;
    Node given =
        text(words.text("points.given", {{"count", static_cast<std::size_t>(points)}}), Style::button).justified(Align::center).growing().as(Role::status);
    return row({std::move(less), std::move(given), std::move(more)}).with_gap(2.6);
}

/// Figures in Inter: the zero of the other font bears a slash.
std::string figures(const std::string& amount, const char* dress)
{
    return std::string("<span font_family=\"Inter\" ") + dress + ">" + escaped(amount) + "</span>";
}

constexpr const char* kBig = "size=\"150%\" weight=\"800\"";

Node left_of(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& rules = context.definition.ballot;
    const auto& session = state.session;
    if (rules.kind == BallotKind::points) {
        const std::uint32_t left = rules.max_sum_points - session.points();
        return marked(words.text("points.left", {{"count", static_cast<std::size_t>(left)}, {"left", figures(std::to_string(left), kBig)}}), Style::title);
    }
    if (rules.max_cost) return marked(words.text("projects.left", {{"left", figures(words.money(session.left(context.definition)), kBig)}}), Style::title);
    return text(words.text(rules.kind == BallotKind::ranking ? "ranking.left" : "projects.left_free",
                           {{"count", session.chosen.size()}, {"most", std::to_string(rules.max_projects)}}),
                Style::title);
}

Node meter_of(const booth::State& state, const Context& context)
{
    const auto& definition = context.definition;
    const auto& rules = definition.ballot;
    Node meter;
    meter.id = "envelope.meter";
    meter.role = Role::meter;
    const bool points = rules.kind == BallotKind::points;
    meter.total = points           ? static_cast<std::int64_t>(rules.max_sum_points)
                  : rules.max_cost ? rules.max_cost->cents
                                   : static_cast<std::int64_t>(rules.max_projects);
    for (const auto& mark : state.session.chosen)
        meter.segments.push_back(points ? mark.points : rules.max_cost ? definition.projects[mark.project].cost.cents : 1);
    return meter;
}

}  // namespace

Node choose_buttons(const booth::State& state, const Context& context, std::size_t project)
{
    const auto& words = context.words;
    const auto& session = state.session;
    if (context.definition.ballot.kind == BallotKind::points) return points_buttons(state, context, project);
    const std::string id = "toggle." + std::to_string(project);
    if (session.has_chosen(project)) {
        const bool ranking = context.definition.ballot.kind == BallotKind::ranking;
        const std::string word = ranking ? words.text("ranking.chosen", {{"rank", session.rank_of(project)}}) : words.text("project.chosen");
        return button(id, word, Look::chosen).with_icon("circle-check").as(Role::toggle).select(true).with_hint(words.text("project.take_back"));
    }
    if (session.has_room_for(context.definition, project)) return button(id, words.text("project.choose")).with_icon("plus").as(Role::toggle);
    return button(id, no_room_word(state, context, project), Look::dashed).with_icon("wallet").as(Role::toggle);
}

Look card_look(const booth::State& state, const Context& context, std::size_t project)
{
    if (state.session.has_chosen(project)) return Look::chosen_card;
    return state.session.has_room_for(context.definition, project) ? Look::card : Look::dashed_card;
}

Node envelope(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& definition = context.definition;
    Node bar = column({meter_of(state, context)}).with_gap(2);
    if (const auto& ceiling = definition.ballot.max_cost)
        bar.children.push_back(marked(words.text("projects.chosen", {{"count", state.session.chosen.size()},
                                                                     {"spent", figures(words.money(state.session.cost(definition)), "")},
                                                                     {"total", figures(words.money(*ceiling), "")}}),
                                      Style::small));
    Node left = left_of(state, context).as(Role::status).with_id("envelope.left");
    const bool stacked = context.is_portrait() || context.width_mm / context.text_scale < 280;
    Node hero = stacked ? column({std::move(left), std::move(bar)}) : row({std::move(left), std::move(bar).growing()});
    return hero.with_gap(stacked ? 2 : 8).with_look(Look::hero).with_padding(3, 3);
}

std::string weight_of(const booth::State& state, const Context& context, std::size_t project)
{
    const std::string cost = context.words.money(context.definition.projects[project].cost);
    if (context.definition.ballot.kind != BallotKind::points) return cost;
    return context.words.text("points.given", {{"count", static_cast<std::size_t>(state.session.points_of(project))}}) + " · " + cost;
}

}  // namespace isoloir::screens
