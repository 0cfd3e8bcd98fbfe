#pragma once
// What the messages of a ceremony come to: which round stands, who is awaited, who did wrong, and the key. Anybody who has the
// files comes to the same.

#include <optional>
#include <span>

#include "shared/proof/ceremony_messages.hpp"

namespace isoloir::proof {

/// A file as it lies in the folder that trustees exchange.
struct Received {
    std::string file;
    std::string jws;
};

/// A message in its place.
template <class Kind>
struct Posted {
    Kind message;
    crypto::Digest hash{};
    std::string file;
};
/// Of each trustee, in order; nothing where it is still to come.
template <class Kind>
using Posts = std::vector<std::optional<Posted<Kind>>>;
using Answer = std::variant<Confirm, Complaint>;

enum class Stage { commit, reveal, confirm, finished, ended };

struct Verdict {
    Stage stage{Stage::commit};
    std::vector<std::uint64_t> awaited;  // whose message the stage waits for
    std::vector<Fault> faults;           // one that is proven ends the ceremony
    Posts<Commit> commits;
    Posts<Reveal> reveals;
    Posts<Answer> answers;
    std::optional<TrusteesKey> key;  // once finished

    /// SHA-256 over the hashes of all commit envelopes. Every commit is there.
    crypto::Digest commits_hash() const;
    /// The same with all reveals behind them. Every commit and reveal is there.
    crypto::Digest transcript() const;
};

/// @param received  in any order, some perhaps twice; each of at most kMaxCeremonyBytes
Verdict judge(const Ceremony& ceremony, std::span<const Received> received);

/// What a trustee commits to: H("dkg-commit"; ceremony, i, A_{i,0} …, salt).
ByteArray<64> commitment_to(const Ceremony& ceremony, std::uint64_t trustee, const crypto::Commitments& polynomial, ByteSpan salt);

/// c of the proof of knowledge: H("dkg-pok"; ceremony, i, A_{i,0}, t).
crypto::Scalar knowledge_challenge(const Ceremony& ceremony, std::uint64_t trustee, const crypto::Element& secret, const crypto::Element& t);

/// f_i(j), out of its box and held against i's polynomial.
/// @param reveal      of i
/// @param trustee     j
/// @param box_secret  of j
/// @error forged  the box does not open, or holds something else
Result<crypto::Scalar> open_share(const Reveal& reveal, std::uint64_t trustee, ByteSpan box_secret);

}  // namespace isoloir::proof
