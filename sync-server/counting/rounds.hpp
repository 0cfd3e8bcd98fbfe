#pragma once
// The rounds in which all ballots are mixed and opened after the close (PROTOCOL.md 11.2): one for the halls and one for the
// online channel, so that a platform with online votes of its own can take back those of the halls alone; or one for all,
// where telling them apart would tell too much of too few.

#include <optional>
#include <vector>

#include "shared/election/package.hpp"
#include "sync-server/counting/open.hpp"

namespace isoloir::counting {

/// Where the ballots of a round come from.
enum class Channel { all, halls, online };

/// Accepted ballots that are mixed and opened together.
struct Round {
    Channel channel{Channel::all};
    std::vector<AcceptedRecord> records;
};

struct OpenedRound {
    Channel channel{Channel::all};
    Plaintexts plaintexts;
};

/// Divides accepted ballots into the rounds of the count, none of them empty: those of the halls before those online.
/// @param accepted   all, in the log's order
/// @param live_ends  leaves at which the rounds of a live ranking ended, rising
/// @param online     the key of the online channel
/// @param least      the definition's batch_minimum (k)
std::vector<Round> divide(std::vector<AcceptedRecord> accepted, std::span<const std::uint64_t> live_ends, const crypto::PublicKey& online, std::uint64_t least);

/// One round of all.
std::vector<Round> together(std::vector<AcceptedRecord> accepted);

/// Makes an Advance for a stage with that many ballots.
using Stages = std::function<Advance(const char* stage, std::size_t ballots)>;

/// Mixes and opens each round for itself.
/// @error corrupt  as fill_urn
Result<std::vector<OpenedRound>> open_rounds(const election::Package& package, const crypto::Scalar& election_secret, std::span<const Round> rounds,
                                             crypto::Random& random, const Stages& stages);

/// What the ballots of each channel add up to; together, the count.
struct ChannelSums {
    count::Sums in_halls;
    count::Sums online;
};

/// All rounds together, counted under the definition's rule. Of fewer than k ballots what decided a round is kept back, where
/// it says more of them than their sums do.
count::Outcome tally(const election::Definition& definition, std::span<const OpenedRound> rounds);
/// @return  nothing where a round is of all channels
std::optional<ChannelSums> sum_up_apart(const election::Definition& definition, std::span<const OpenedRound> rounds);

}  // namespace isoloir::counting
