#pragma once
// What trustees send each other, as signed `trustee` envelopes (PROTOCOL.md 10). Each names its ceremony, its sender and its
// round, so that it says nothing anywhere else.

#include <variant>

#include "shared/crypto/box.hpp"
#include "shared/proof/ceremony.hpp"

namespace isoloir::proof {

struct Commit {
    ByteArray<64> commitment{};
    crypto::BoxKey box{};
};

struct Reveal {
    crypto::Digest commits{};  // of all commits, as the sender saw them
    ByteArray<32> salt{};
    crypto::Commitments polynomial;  // A_{i,0} …
    crypto::Element t;               // that it knows a_{i,0}
    crypto::Scalar s;
    std::vector<ByteArray<80>> shares;  // f_i(j), sealed to each j in order
};

struct Confirm {
    crypto::Digest transcript{};  // of all commits and reveals, as the sender saw them
};

struct Complaint {
    crypto::Digest transcript{};
    std::uint64_t against{0};
    ByteArray<32> box_secret{};
};

using Message = std::variant<Commit, Reveal, Confirm, Complaint>;
/// "commit", as `round` says it.
std::string_view name_of(const Message& message);

/// Whose part it is. The ceremony and the signer are lent.
struct Seat {
    const Ceremony& ceremony;
    std::uint64_t number;
    const crypto::Signer& signer;
};

std::string sign_message(const Seat& seat, const Message& message);

struct Signed {
    std::uint64_t trustee{0};
    Message message;
    crypto::Digest hash{};  // of the envelope
};

/// What is wrong, and with whose message.
struct Fault {
    std::uint64_t trustee{0};  // 0 where nothing tells
    bool proven{false};        // by the trustee's own signature, for this ceremony: it ends. Else anybody could have made the file.
    std::string what;          // a sentence for people, without the name
    std::string file{};
};

/// Opens an envelope that lies among the ceremony's. Whether it fits the others is for ceremony_verdict to say.
/// @param jws  anything
tl::expected<Signed, Fault> open_message(const Ceremony& ceremony, std::string_view jws);

/// The card by which a trustee makes itself known: its name, under the key that signs all its messages.
std::string sign_card(const std::string& name, const crypto::Signer& signer);

/// @error malformed, refused, forged
Result<Trustee> open_card(std::string_view jws);

}  // namespace isoloir::proof
