#pragma once
// All that the public pages show: one value, taken at one moment.

#include <optional>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/intake/report.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::publish {

using store::Phase;

struct Standing {
    const election::Package& package;
    Phase phase{Phase::open};
    intake::Report report;
    std::string checkpoint;  // signed note
    std::uint64_t log_size{0};
    std::optional<count::Outcome> outcome;  // once counted
};

/// What may be told of the choices: nothing before the count, whatever is known already.
inline const count::Outcome* public_outcome(const Standing& standing)
{
    return standing.phase == Phase::counted && standing.outcome ? &*standing.outcome : nullptr;
}

}  // namespace isoloir::publish
