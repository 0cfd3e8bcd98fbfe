#pragma once
// Who voted elsewhere and who is on the roll, fetched after the records were sent, from where the last round left off.

#include <optional>
#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/wire/voters.hpp"

namespace isoloir::sync {

enum class VoterList { voted, roll };

/// What the terminal has of the lists; the calls mean what they mean in terminal/journal.
class VoterBook {
public:
    virtual ~VoterBook() = default;
    virtual Result<std::optional<wire::Cursor>> cursor(VoterList list) = 0;
    virtual Status take(const wire::VotedPage& page) = 0;
    virtual Status take(const wire::RollPage& page) = 0;
};

class VoterLink {
public:
    virtual ~VoterLink() = default;
    /// One page, as the server wrote it.
    virtual Result<std::string> get_voters(VoterList list, const crypto::Digest& election, const std::optional<wire::Cursor>& after) = 0;
};

/// @param needs_roll  whether the election has one
/// @error unavailable, malformed, …  pages taken before stay taken, and the next round goes on behind them
Status fetch_voters(VoterBook& book, VoterLink& link, const crypto::Digest& election, bool needs_roll);

}  // namespace isoloir::sync
