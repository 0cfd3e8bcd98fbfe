#pragma once
// All that the public pages show: one value, taken at one moment.

#include <map>
#include <optional>
#include <vector>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/counting/rounds.hpp"
#include "sync-server/intake/report.hpp"
#include "sync-server/publish/hall.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::publish {

using store::Phase;

struct Standing {
    const election::Package& package;
    Phase phase{Phase::open};
    intake::Report report;
    std::string checkpoint;  // signed note
    std::uint64_t log_size{0};
    std::optional<count::Outcome> outcome;   // once counted
    std::optional<count::Outcome> so_far{};  // of a live ranking, once there was a round: what the ballots opened so far say
    std::map<Hour, std::uint64_t> hours{};   // accepted ballots by the hour that they bear; never by hall and hour together
    std::uint64_t version{0};                // rises with whatever changes
    std::vector<Hall> halls{};               // by commune and name
    std::uint64_t views{0};                  // how often a result page was asked for
    std::string today{};                     // in Belgium, "2022-03-01"; empty: some day of the vote
    /// Once counted: what halls and online say each, where they were counted apart.
    std::optional<counting::ChannelSums> channels{};
    bool proved{false};  // and its proof is published
};

/// The days of the vote, where the calendar has them.
const election::Phase* vote_phase(const election::Definition& definition);

/// How far the vote has come, for somebody who reads the calendar: days before and after those of the vote are no poll that is
/// open, though nobody closed it.
enum class Stage { ahead, open, over, closed, counted };

Stage stage_of(const Standing& standing);

/// What may be told of the choices: nothing before the count, whatever is known already.
inline const count::Outcome* public_outcome(const Standing& standing)
{
    return standing.phase == Phase::counted && standing.outcome ? &*standing.outcome : nullptr;
}

/// What the public sees of a ranking: the count, or before it what the rounds of a live ranking say so far.
inline const count::Outcome* shown_outcome(const Standing& standing)
{
    if (const auto* counted = public_outcome(standing)) return counted;
    return standing.phase != Phase::counted && standing.so_far ? &*standing.so_far : nullptr;
}

}  // namespace isoloir::publish
