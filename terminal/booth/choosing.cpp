#include "terminal/booth/stepper.hpp"

#include <algorithm>

namespace isoloir::booth {

bool Stepper::choosing() const
{
    return on_screen(Screen::projects) || on_screen(Screen::project) || on_screen(Screen::review);
}

void Stepper::on(const Toggle& toggle)
{
    if (!choosing() || !is_a_project(toggle.project)) return;
    if (state_.session.has_chosen(toggle.project)) take_back(toggle.project);
    else add(toggle.project);
}

void Stepper::on(const GivePoint& give)
{
    if (choosing() && is_a_project(give.project) && definition_.ballot.kind == election::BallotKind::points) add(give.project);
}

void Stepper::on(const TakePoint& take)
{
    if (!choosing() || definition_.ballot.kind != election::BallotKind::points) return;
    if (state_.session.points_of(take.project) > 1) --mark_of(take.project)->points;
    else take_back(take.project);
}

void Stepper::on(const Prefer& prefer)
{
    const std::size_t rank = state_.session.rank_of(prefer.project);
    if (!on_screen(Screen::review) || definition_.ballot.kind != election::BallotKind::ranking || rank < 2) return;
    std::swap(state_.session.chosen[rank - 1], state_.session.chosen[rank - 2]);
}

void Stepper::on(const SwapFor& swap)
{
    auto& session = state_.session;
    if (!on_screen(Screen::does_not_fit) || !session.has_chosen(swap.removed)) return;
    take_back(swap.removed);
    if (!session.has_room_for(definition_, session.project)) return;  // still too dear: another one must go, too
    choose(session.project);
    show(state_.before);
}

void Stepper::add(std::size_t project)
{
    auto& session = state_.session;
    if (session.has_room_for(definition_, project)) return choose(project);
    session.project = project;
    if (!on_screen(Screen::project)) state_.before = state_.screen;
    show(Screen::does_not_fit);
}

std::vector<election::Mark>::iterator Stepper::mark_of(std::size_t project)
{
    auto& chosen = state_.session.chosen;
    return std::find_if(chosen.begin(), chosen.end(), [&](const election::Mark& mark) { return mark.project == project; });
}

void Stepper::choose(std::size_t project)
{
    auto& chosen = state_.session.chosen;
    if (const auto mark = mark_of(project); mark != chosen.end()) {
        ++mark->points;
        return;
    }
    chosen.reserve(definition_.projects.size());  // as with typed: no copies behind
    chosen.push_back({project, 1});
}

void Stepper::take_back(std::size_t project)
{
    if (const auto mark = mark_of(project); mark != state_.session.chosen.end()) state_.session.chosen.erase(mark);
}

}  // namespace isoloir::booth
