#pragma once
// A mix and its proof, by whoever mixes.

#include "shared/base/parallel.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"
#include "shared/proof/mix.hpp"

namespace isoloir::proof {

struct Shuffled {
    Encodings output;  // as the input: C1 and C2 of each block of each ballot
    MixProof proof;
};

/// Permutes and re-encrypts ballots, and proves that nothing else was done. Permutation and randomness live in guarded memory
/// and are forgotten; everything they touch takes constant time, but for which ballot is read when.
/// @param input    C1 and C2 of each block of each ballot, of at least 2 ballots
/// @param advance  told of each ballot twice
/// @error refused    fewer than 2 ballots, or not a whole number of them
/// @error malformed  a ballot that is no ciphertext
/// Source: Terelius and Wikström, "Proofs of Restricted Shuffles" (2010); Haenni, Locher, Koenig and Dubuis, "Pseudo-Code
/// Algorithms for Verifiable Re-Encryption Mix-Nets" (2017)
Result<Shuffled> shuffle(const MixPlace& place, const Encodings& input, crypto::Random& random, const Advance& advance);

}  // namespace isoloir::proof
