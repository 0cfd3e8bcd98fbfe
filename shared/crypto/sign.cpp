#include "shared/crypto/sign.hpp"

#include <algorithm>

#include <sodium.h>

#include "shared/crypto/hash.hpp"

namespace isoloir::crypto {

KeyId key_id(const PublicKey& key)
{
    const Digest digest = sha256(key);
    KeyId id;
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

Signer Signer::generate(Random& random)
{
    SecretBytes seed(crypto_sign_SEEDBYTES);
    random.fill(seed.writable());
    return *from_seed(seed.span());
}

Result<Signer> Signer::from_seed(ByteSpan seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES) return fail(Errc::malformed, "a signing key has 32 bytes");
    Signer signer;
    signer.secret_ = SecretBytes(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(signer.public_.data(), signer.secret_.data(), seed.data());
    return signer;
}

Signature Signer::sign(ByteSpan message) const
{
    Signature signature;
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret_.data());
    return signature;
}

SecretBytes Signer::seed() const
{
    SecretBytes seed(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(seed.data(), secret_.data());
    return seed;
}

SecretBytes Signer::box_secret() const
{
    SecretBytes secret(crypto_scalarmult_curve25519_BYTES);
    crypto_sign_ed25519_sk_to_curve25519(secret.data(), secret_.data());
    return secret;
}

bool verify(const PublicKey& key, ByteSpan message, const Signature& signature)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

}  // namespace isoloir::crypto
