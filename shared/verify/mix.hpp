#pragma once
// Whether a mix is one (PROTOCOL.md 11.3): the same ballots, in another order and under fresh randomness.

#include "shared/base/parallel.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"
#include "shared/proof/mix.hpp"

namespace isoloir::verify {

/// Lent for the time of a check.
struct Mix {
    const proof::MixPlace& place;
    const proof::Encodings& input;
    const proof::Encodings& output;
    const proof::MixProof& proof;
};

/// Equation by equation, by libsodium alone. 0.5 ms a ballot.
/// @error forged  the first thing that is wrong, by the name that PROTOCOL.md gives it
Status check_mix_plainly(const Mix& mix);

/// All equations as one, each with a random weight of 128 bits, so that a false one gets through once in 2^128 times; where that does
/// not hold, plainly, to name what is wrong. 0.06 ms a ballot and core.
/// @param advance  told of each ballot
/// @error forged  as check_mix_plainly
Status check_mix(const Mix& mix, crypto::Random& random, const Advance& advance);

}  // namespace isoloir::verify
