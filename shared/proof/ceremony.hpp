#pragma once
// Who makes an election key together, and the key that they made (PROTOCOL.md 10). The ceremony's life:
//
//   card      each trustee's name and signing key             ceremony_messages
//   ceremony  all cards, and how many trustees must open      here
//   commit    a hash of the polynomial, and a box's key       ceremony_messages
//   reveal    the polynomial in the group, sealed shares      ceremony_messages, made by ceremony_part
//   confirm   all is right; or a complaint, with its proof    ceremony_messages, judged by ceremony_verdict
//   key       the sum of what all trustees gave               here
//
// Sources: Pedersen, "A Threshold Cryptosystem without a Trusted Party" (1991); Feldman, "A Practical Scheme for
// Non-interactive Verifiable Secret Sharing" (1987). Whoever reveals last could bias such a key (Gennaro, Jarecki, Krawczyk
// and Rabin 1999); for ElGamal that does no harm, and the commits leave no choice but to stop.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/election/trustees.hpp"

namespace isoloir::proof {

using election::kMaxTrustees;
inline constexpr std::size_t kMaxCeremonyBytes = 64 * 1024;  // of a message, ceremony.json or trustees.json

struct Trustee {
    std::string name;  // 1 to 100 bytes, one plain line
    crypto::PublicKey key{};
    bool operator==(const Trustee&) const = default;
};

struct Ceremony {
    crypto::Digest id{};  // SHA-256 of ceremony.json
    std::size_t threshold{0};
    std::vector<Trustee> trustees;  // counted from 1

    /// "trustee 2 (Anne)". @param number  1 to n
    std::string called(std::uint64_t number) const;
    /// The number of whoever signs with this key. @return 0 when nobody does
    std::uint64_t number_of(const crypto::PublicKey& key) const;
};

/// ceremony.json with a fresh nonce.
/// @param threshold  1 to n
/// @param trustees   1 to kMaxTrustees, of different names and keys
/// @error refused    these limits
Result<std::string> convene(std::size_t threshold, const std::vector<Trustee>& trustees, crypto::Random& random);

/// @param text  ceremony.json, of at most kMaxCeremonyBytes
/// @error malformed, refused  as convene
Result<Ceremony> read_ceremony(std::string_view text);

/// The key that n trustees hold together, any t of them being enough: what a package says in `keys.trustees`.
using TrusteesKey = election::Trustees;

/// trustees.json: the same bytes, whoever writes it.
std::string write_trustees(const TrusteesKey& key);

/// @param text  of at most kMaxCeremonyBytes
/// @error malformed, refused  also polynomials that are not of `threshold` elements, or a sum that is no key
Result<TrusteesKey> read_trustees(std::string_view text);

}  // namespace isoloir::proof
