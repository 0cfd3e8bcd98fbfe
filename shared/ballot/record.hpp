#pragma once
// A link of a terminal's chain (PROTOCOL.md 6): a signed envelope whose payload is, in this order of members,
//
//   {"election":…,"terminal":kid,"seq":n,"prev":hash,"hour":h,"kind":"ballot","voter":…,"ciphertext":[c1c2,…],"proof":[ts,…]}
//   {"election":…,"terminal":kid,"seq":n,"prev":hash,"hour":h,"kind":"spoilt","ciphertext":[c1c2,…],"choice":[payload,…],"randomness":[r,…]}
//   {"election":…,"terminal":kid,"seq":n,"prev":hash,"hour":h,"kind":"event","event":"opened","ballots":n,"staff":…}

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "shared/ballot/challenge.hpp"
#include "shared/ballot/event.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/ballot/sealed_ballot.hpp"
#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"

namespace isoloir::ballot {

constexpr std::size_t kMaxRecordBytes = 16 * 1024;
constexpr std::int64_t kMaxSequence = 1'000'000'000;

struct BallotBody {
    election::VoterCommitment voter{};
    SealedBallot ballot;
    std::optional<ProofPoints> points{};  // of the ballot as open_record read it; whoever alters that drops them
};

/// A challenged ballot, laid open: no voter, and no proof of knowledge, since r says more than a proof would.
struct SpoiltBody {
    std::vector<Ciphertext> ciphertexts;
    Revealed revealed;
};

/// A body that the terminal signed but that does not read: a member too many, an element that is none. The chain goes on
/// over it, the ballot does not count.
struct UnreadableBody {
    std::string reason;
};

/// What a record says, before it is signed or after it was verified.
struct RecordContent {
    crypto::Digest election{};
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
    crypto::Digest previous{};  // zero at sequence 0
    Hour hour{0};
    std::variant<BallotBody, EventBody, SpoiltBody, UnreadableBody> body;
};

/// Signed bytes and their SHA-256; the next record names the hash.
struct Record {
    std::string jws;
    crypto::Digest hash{};
};

/// Where a chain stands: the number of the next record and the hash of the last.
struct ChainHead {
    std::uint64_t next{0};
    crypto::Digest last{};
    bool operator==(const ChainHead&) const = default;
};

/// What a ballot's record claims, for check_together; nothing where it is another kind. @param content  lent
std::optional<Claim> claim_of(const RecordContent& content);

Record sign_record(const RecordContent& content, const crypto::Signer& terminal);

/// The signer that a record names, before anything is verified: to look its key up in the roster.
/// @error malformed, refused
Result<crypto::KeyId> record_signer(std::string_view jws);

/// Verifies the signature over the bytes as received, then reads.
/// @return  with an UnreadableBody when only the part that is not the chain's is wrong
/// @error forged, malformed
Result<RecordContent> open_record(std::string_view jws, const crypto::PublicKey& terminal);

}  // namespace isoloir::ballot
