#pragma once
// One round with the server: ask where it stands, send from there, keep each receipt, until it has all that we have.
// Whatever breaks in between, the next round goes on from the server's head; nothing is sent by our own belief.

#include "shared/crypto/sign.hpp"
#include "terminal/sync/source.hpp"

namespace isoloir::sync {

struct Outcome {
    std::uint64_t sent{0};  // records that the server took in this round
    std::uint64_t lost{0};  // records that kept receipts cover and the server had no more: it lost data; they were sent again
    bool forked{false};     // the server has another record of a number of ours: this terminal was cloned or set back
};

/// @param receipts  the key that signs receipts, as the package names it
/// @error unavailable  no server; later is soon enough
/// @error conflict     the server has more of this chain than we: the journal was set back to an older copy
/// @error refused      the server takes no more of what is left
/// @error forged, malformed, …  what answered is wrong; nothing of it was kept
Result<Outcome> sync_once(Source& source, Link& link, const crypto::PublicKey& receipts);

}  // namespace isoloir::sync
