#pragma once
// A choice, sealed: encoded into group elements, encrypted to the election key, with a proof that the sealer knew what
// it sealed (PROTOCOL.md 4.2 and 4.3).

#include <array>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/fixed_base.hpp"
#include "shared/crypto/group.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/election/election.hpp"
#include "shared/election/selection.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::ballot {

struct Ciphertext {
    crypto::Element c1;
    crypto::Element c2;
    friend auto operator<=>(const Ciphertext&, const Ciphertext&) = default;
};

struct Proof {
    crypto::Element t;
    crypto::Scalar s;
};

/// One ciphertext and one proof for each block of 29 bytes of choice.
struct SealedBallot {
    std::vector<Ciphertext> ciphertexts;
    std::vector<Proof> proofs;
};

/// What binds a proof to its place: a ballot copied elsewhere fails.
struct Context {
    crypto::Digest election{};
    election::VoterCommitment voter{};
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
};

struct Sealing {
    SealedBallot ballot;
    /// What opens it: r for each block. Whoever keeps it until the voter casts or challenges puts it into guarded memory.
    std::vector<crypto::Scalar> randomness;
};

/// An election key with a table of its multiples, for whoever seals many ballots to it. Made from a plain key in 0.2 ms.
class SealingKey {
public:
    SealingKey(const crypto::Element& key) : element_(key), multiples_(crypto::Point(key)) {}

    const crypto::Element& element() const { return element_; }
    crypto::Point times(const crypto::Scalar& r) const { return multiples_.times(r); }

private:
    crypto::Element element_;
    crypto::FixedBase multiples_;
};

/// Encrypts a choice to the election key. 0.08 ms for each block.
Sealing seal(const election::Definition& definition, const election::Selection& selection, const SealingKey& election_key, const Context& context,
             crypto::Random& random);

/// c = H("ballot"; election, voter, terminal, sequence, K, all C1 C2, all T)
crypto::Scalar challenge_of(const SealedBallot& ballot, const crypto::Element& election_key, const Context& context);

/// Whether number of blocks, elements and proofs are as they should be. 0.07 ms for each block; proofs.hpp has the way for many.
/// @error forged  a proof does not hold, or the number of blocks is wrong
Status check_proofs(const SealedBallot& ballot, std::size_t blocks, const crypto::Element& election_key, const Context& context);

/// Decrypts with the whole election key (n = t = 1).
std::vector<crypto::Element> open(const std::vector<Ciphertext>& ciphertexts, const crypto::Scalar& election_secret);

/// Fresh randomness on the same choice: (C1 + r·B, C2 + r·K). One step of a mix.
Ciphertext reencrypt(const Ciphertext& ciphertext, const crypto::Element& election_key, const crypto::Scalar& r);

/// BLAKE2b-256 over all C1 C2.
crypto::Digest digest_of(std::span<const Ciphertext> ciphertexts);
/// Its first 80 bits.
using TrackerBytes = ByteArray<10>;
TrackerBytes tracker_bytes(const std::vector<Ciphertext>& ciphertexts);
/// In Crockford's base 32: "0A1B-2C3D-4E5F-6G7H".
std::string tracker_text(const TrackerBytes& tracker);
/// Both: what the voter reads.
std::string tracker(const std::vector<Ciphertext>& ciphertexts);

}  // namespace isoloir::ballot
