#pragma once
// Where a record goes, given what it shows by itself and where its chain stands. Pure; the order is that of PROTOCOL.md 8.

#include <optional>

#include "sync-server/intake/check.hpp"

namespace isoloir::intake {

enum class Place {
    already,  // in the log, the same bytes: nothing to do
    log,
    evidence,  // kept beside the log
    nowhere,   // counted
};

struct Judgement {
    Place place{Place::nowhere};
    Reason reason{Reason::shape};
    bool forks{false};  // shows that two devices sign this chain
    bool stops{false};  // what comes after it in the batch cannot be judged
    bool operator==(const Judgement&) const = default;
};

/// @param known      hash of the record in the log with the same number, when the chain is that far
/// @param accepting  false once the election was closed
/// @return  Place::log with `accepted` or `spoilt` means: unless its voter or its ciphertext is in the log already
Judgement judge(const Checked& record, const store::Chain& chain, const std::optional<crypto::Digest>& known, bool accepting);

/// The chain after `record` was put in the log.
store::Chain advance(store::Chain chain, const Checked& record);

}  // namespace isoloir::intake
