#include "sync-server/publish/standing.hpp"

#include <algorithm>

namespace isoloir::publish {

const election::Phase* vote_phase(const election::Definition& definition)
{
    const auto& phases = definition.phases;
    const auto vote = std::find_if(phases.begin(), phases.end(), [](const auto& phase) { return phase.kind == election::PhaseKind::vote; });
    return vote == phases.end() ? nullptr : &*vote;
}

Stage stage_of(const Standing& standing)
{
    if (standing.phase == Phase::counted) return Stage::counted;
    if (standing.phase == Phase::closed) return Stage::closed;
    const auto* vote = vote_phase(standing.package.definition);
    if (vote == nullptr || standing.today.empty()) return Stage::open;
    // Where ballots arrive already, whoever reads that the vote is ahead would doubt the page.
    if (standing.today < vote->from) return standing.report.accepted == 0 ? Stage::ahead : Stage::open;
    return standing.today > vote->until ? Stage::over : Stage::open;
}

}  // namespace isoloir::publish
