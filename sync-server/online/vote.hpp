#pragma once
// One online vote judged by the package's rules, and sealed on arrival as a record of the online channel.

#include <chrono>
#include <map>
#include <span>

#include "shared/ballot/record.hpp"
#include "shared/election/election.hpp"
#include "shared/election/selection.hpp"
#include "shared/election/voter.hpp"
#include "shared/wire/sync.hpp"
#include "sync-server/online/line.hpp"

namespace isoloir::online {

struct OnlineVote {
    election::VoterTag tag{};
    election::Selection selection;
};

/// Project ids and what a voter must be, ready for many lines.
class VoteReader {
public:
    /// @param definition, tag_key  lent; must outlive the reader
    VoteReader(const election::Definition& definition, const crypto::SecretBytes& tag_key, std::chrono::year_month_day today);

    /// Who is given by a tag has no age here: the platform that made the tag has judged it.
    /// Only the line's number may be shown with an error, never the voter.
    /// @error malformed  the line or its voter;  refused  the choice
    Result<OnlineVote> read(const OnlineLine& line) const;

private:
    Result<election::VoterTag> tag(const OnlineLine& line) const;
    Result<election::Selection> choice(const OnlineLine& line) const;

    const election::Definition& definition_;
    const crypto::SecretBytes& tag_key_;
    std::chrono::year_month_day today_;
    std::map<std::string_view, std::size_t> projects_;
};

/// Seals, signs and chains votes from `head` on, and wipes the randomness.
std::vector<wire::BatchLine> seal_votes(std::span<const OnlineVote> votes, const election::Package& package, const crypto::Signer& channel,
                                        ballot::ChainHead head, Hour hour, crypto::Random& random);

/// The event that opens or closes the online poll.
wire::BatchLine poll_event(ballot::EventKind kind, std::int64_t ballots, const election::Package& package, const crypto::Signer& channel,
                           const ballot::ChainHead& head, Hour hour);

}  // namespace isoloir::online
