#pragma once
// Rounds of a live ranking (PROTOCOL.md 11.2): ballots are opened while the vote goes on, never fewer than k together. A
// round leaves the newest k ballots sealed, so that what the count will add to the last standing is no smaller either.

#include "shared/count/greedy.hpp"
#include "shared/crypto/group.hpp"
#include "sync-server/counting/urn.hpp"

namespace isoloir::counting {

/// How many of the ballots that wait, the oldest, make a round now.
/// @param waiting  accepted ballots that were in no round
/// @param least    the definition's batch_minimum (k)
/// @return         at least k, or 0
std::uint64_t round_size(std::uint64_t waiting, std::uint64_t least);

/// Mixes and opens ballots together, and says no more of them than what they add up to.
/// @param records  of as many accepted ballots as round_size says
/// @error corrupt  a record that is no ballot or whose signature does not hold
Result<count::Sums> open_round(const election::Package& package, const crypto::Scalar& election_secret, std::span<const AcceptedRecord> records,
                               crypto::Random& random);

}  // namespace isoloir::counting
