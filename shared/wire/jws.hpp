#pragma once
// The signed envelope of PROTOCOL.md 2: JWS compact serialization (RFC 7515) with EdDSA (RFC 8037).
//
//   base64url({"alg":"EdDSA","kid":…,"typ":"isoloir/<kind>+1"}) "." base64url(payload) "." base64url(signature)
//
// Received bytes are stored, hashed and verified as they are; nothing is encoded anew to be verified.

#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::wire {

enum class Kind { package, roster, record, receipt, enrolment, provision, bundle, roll, staff, trustee, mix, opening, result };

/// The JWS of `payload` (JSON text).
std::string sign_envelope(Kind kind, std::string_view payload, const crypto::Signer& signer);

/// What an envelope says of itself before anything is believed.
struct Envelope {
    crypto::KeyId kid;
    std::string_view signing_input;  // the bytes that are signed; views into the text given to split_envelope
    std::string_view payload_part;   // base64url
    crypto::Signature signature;
};

/// Checks size, shape, `alg` and `typ`; verifies nothing.
/// @error malformed, refused (another kind or algorithm, more than max_bytes)
Result<Envelope> split_envelope(std::string_view jws, Kind kind, std::size_t max_bytes);

/// Verifies against `key` over the bytes as received, then decodes the payload.
/// @error forged     the signature does not hold, or another key signed
Result<std::string> open_envelope(const Envelope& envelope, const crypto::PublicKey& key);

/// Both steps, for a place where exactly one key may sign.
Result<std::string> open_envelope(std::string_view jws, Kind kind, std::size_t max_bytes, const crypto::PublicKey& key);

/// SHA-256 of the envelope as received: how records chain and how objects are named.
crypto::Digest envelope_hash(std::string_view jws);

}  // namespace isoloir::wire
