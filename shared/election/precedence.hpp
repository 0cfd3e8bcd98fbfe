#pragma once
// Which of a voter's ballots counts (PROTOCOL.md 8): decided by what their records say alone, so that anyone who has the
// log and its openings decides the same.

#include "shared/base/clock.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

/// Where and when a ballot was cast.
struct Cast {
    bool online{false};
    Hour hour{0};
};

/// Whether a ballot that comes into the log counts in the stead of its voter's ballot that is accepted there. With `first`
/// never; with `kiosk` one of a hall does in the stead of one from online; with `last` the one of the later hour does, of
/// the same hour the later in the log.
bool supersedes(Precedence rule, const Cast& coming, const Cast& accepted);

}  // namespace isoloir::election
