#pragma once
// One trustee's part in opening a mixed urn, and its proof (PROTOCOL.md 11.4).

#include "shared/base/parallel.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/group.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/proof/encodings.hpp"

namespace isoloir::proof {

/// Whose part of what: its proof holds nowhere else.
struct OpeningPlace {
    crypto::Digest election{};
    std::uint64_t round{0};
    std::uint64_t trustee{0};      // j, from 1
    crypto::Element public_share;  // K_j
};

/// D = x_j·C₁ of each ciphertext, and that one x_j made them all and K_j (Chaum and Pedersen, batched with public weights).
struct Opening {
    Encodings parts;                // D
    ByteArray<32> t1{}, t2{}, s{};  // two elements and a scalar
};

/// Opens in part. The caller has verified what was mixed: whoever opens an unmixed ballot tells what somebody chose.
/// @param ciphertexts  C1 and C2 of each block of each ballot, at least one
/// @param share        x_j
/// @param advance      told of each ciphertext
/// @error refused    there is none
/// @error malformed  one is no ciphertext
/// Source: Chaum and Pedersen, "Wallet Databases with Observers" (1992)
Result<Opening> open_in_part(const OpeningPlace& place, const Encodings& ciphertexts, const crypto::Scalar& share, crypto::Random& random,
                             const Advance& advance);

}  // namespace isoloir::proof
