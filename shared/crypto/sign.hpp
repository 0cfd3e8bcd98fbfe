#pragma once
// Ed25519 (RFC 8032) by libsodium alone: one implementation judges every signature, so that two never disagree.

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::crypto {

using PublicKey = ByteArray<32>;
using Signature = ByteArray<64>;
using KeyId = ByteArray<16>;

/// PROTOCOL.md 2: the first 16 bytes of SHA-256 of the public key.
KeyId key_id(const PublicKey& key);

/// An Ed25519 key pair; the secret half never leaves guarded memory but through `secret()`.
class Signer {
public:
    static Signer generate(Random& random);
    /// @param seed  32 bytes, as `seed()` gave them
    static Result<Signer> from_seed(ByteSpan seed);

    const PublicKey& public_key() const { return public_; }
    KeyId id() const { return key_id(public_); }
    Signature sign(ByteSpan message) const;
    /// 32 bytes, to be stored under encryption.
    SecretBytes seed() const;
    /// 32 bytes: the X25519 secret key of the same pair, to open what `seal_to` closed.
    SecretBytes box_secret() const;

private:
    SecretBytes secret_;  // 64 bytes: seed and public key
    PublicKey public_{};
};

bool verify(const PublicKey& key, ByteSpan message, const Signature& signature);

}  // namespace isoloir::crypto
