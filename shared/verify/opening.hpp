#pragma once
// Whether a trustee opened its part rightly, and what all parts open together (PROTOCOL.md 11.4).

#include <span>

#include "shared/base/parallel.hpp"
#include "shared/base/result.hpp"
#include "shared/proof/opening.hpp"

namespace isoloir::verify {

/// 0.015 ms a ciphertext and core.
/// @param ciphertexts  C₁ and C₂ of each, of the last mix
/// @param advance      told of each ciphertext
/// @error forged  the first thing that is wrong, by the name that PROTOCOL.md gives it
Status check_opening(const proof::OpeningPlace& place, const proof::Encodings& ciphertexts, const proof::Opening& opening, const Advance& advance);
/// The same by libsodium alone. 0.1 ms a ciphertext.
Status check_opening_plainly(const proof::OpeningPlace& place, const proof::Encodings& ciphertexts, const proof::Opening& opening);

/// A trustee's part that was checked.
struct CheckedPart {
    std::uint64_t trustee;
    const proof::Encodings* parts;  // D, lent
};

/// M of each ciphertext: C₂ − Σ λ_j·D_j, in 0.014 ms a core where one trustee opens, in 0.1 where three do. The identity, which is no choice, is among them where that is what was sealed.
/// @param parts    of exactly t different trustees
/// @param advance  told of each ciphertext
/// @error forged  an element that is not valid
Result<std::vector<crypto::Element>> open_together(const proof::Encodings& ciphertexts, std::span<const CheckedPart> parts, const Advance& advance);

}  // namespace isoloir::verify
