#pragma once
// Three ways to wrap a secret: for a receiver's public key (sealed box), under a key (secretbox), and for a passphrase
// (Argon2id and secretbox). A sealed box is libsodium's crypto_box_seal: key(32) || box, the key a fresh one.

#include <string_view>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/secret.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::crypto {

/// Seals to an Ed25519 public key turned into X25519 (libsodium crypto_box_seal).
/// @error forged  the key is no point of the curve
Result<Bytes> seal_to(const PublicKey& receiver, ByteSpan plain);

/// @error forged  not for this receiver, or altered
Result<SecretBytes> open_sealed(const Signer& receiver, ByteSpan sealed);

using BoxKey = ByteArray<32>;  // X25519, public

/// @param secret  32 random bytes
BoxKey box_key(ByteSpan secret);

/// Whether something can be sealed to it: what is sealed to a key of small order, anybody can open.
bool takes_boxes(const BoxKey& receiver);

/// Seals to an X25519 key, with the fresh key from `random`, so that the same randomness makes the same box.
/// @error forged  a key of small order
Result<Bytes> seal_to_box(const BoxKey& receiver, ByteSpan plain, Random& random);

/// @param secret  32 bytes, whose box_key was the receiver
/// @error forged  not for this receiver, or altered
Result<SecretBytes> open_box(ByteSpan secret, ByteSpan sealed);

/// XSalsa20-Poly1305 under a key of 32 bytes: nonce(24) || box.
Bytes seal_with(const SecretBytes& key, const SecretBytes& secret, Random& random);

/// @error forged  another key, or altered
Result<SecretBytes> open_with(const SecretBytes& key, ByteSpan sealed);

/// Wraps with Argon2id (64 MiB, 3 passes: a tenth of a second) and XSalsa20-Poly1305: salt(16) || nonce(24) || box.
Bytes wrap(const SecretBytes& secret, std::string_view passphrase, Random& random);

/// @error forged  wrong passphrase, or altered
Result<SecretBytes> unwrap(ByteSpan wrapped, std::string_view passphrase);

}  // namespace isoloir::crypto
