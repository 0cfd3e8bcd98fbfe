#include "shared/crypto/box.hpp"

#include <algorithm>
#include <new>

#include <sodium.h>

namespace isoloir::crypto {
namespace {

constexpr std::size_t kSalt = crypto_pwhash_SALTBYTES;
constexpr std::size_t kNonce = crypto_secretbox_NONCEBYTES;
// RFC 9106 section 4, the second recommended choice: for machines that have little memory, as a terminal in a hall.
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 64 * 1024 * 1024;

SecretBytes key_from(std::string_view passphrase, ByteSpan salt)
{
    SecretBytes key(crypto_secretbox_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(), kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();  // its only failure
    return key;
}

/// As libsodium documents it for sealed boxes.
ByteArray<crypto_box_NONCEBYTES> box_nonce(const BoxKey& fresh, const BoxKey& receiver)
{
    ByteArray<2 * crypto_box_PUBLICKEYBYTES> both;
    std::copy(receiver.begin(), receiver.end(), std::copy(fresh.begin(), fresh.end(), both.begin()));
    ByteArray<crypto_box_NONCEBYTES> nonce;
    crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0);
    return nonce;
}

}  // namespace

Result<Bytes> seal_to(const PublicKey& receiver, ByteSpan plain)
{
    ByteArray<crypto_box_PUBLICKEYBYTES> key;
    if (crypto_sign_ed25519_pk_to_curve25519(key.data(), receiver.data()) != 0) return fail(Errc::forged, "the receiver's key is not a valid Ed25519 key");
    Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    crypto_box_seal(sealed.data(), plain.data(), plain.size(), key.data());
    return sealed;
}

Result<SecretBytes> open_sealed(const Signer& receiver, ByteSpan sealed)
{
    return open_box(receiver.box_secret().span(), sealed);
}

BoxKey box_key(ByteSpan secret)
{
    BoxKey key;
    crypto_scalarmult_base(key.data(), secret.data());
    return key;
}

bool takes_boxes(const BoxKey& receiver)
{
    // Whatever the factor, a key of small order gives zero, and libsodium says so.
    constexpr ByteArray<crypto_scalarmult_SCALARBYTES> any{1};
    BoxKey product;
    return crypto_scalarmult(product.data(), any.data(), receiver.data()) == 0;
}

Result<Bytes> seal_to_box(const BoxKey& receiver, ByteSpan plain, Random& random)
{
    SecretBytes fresh(crypto_box_SECRETKEYBYTES);
    random.fill(fresh.writable());
    const BoxKey key = box_key(fresh.span());
    const auto nonce = box_nonce(key, receiver);
    Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    std::copy(key.begin(), key.end(), sealed.begin());
    if (crypto_box_easy(sealed.data() + key.size(), plain.data(), plain.size(), nonce.data(), receiver.data(), fresh.data()) != 0)
        return fail(Errc::forged, "the receiver's key is of small order");
    return sealed;
}

Result<SecretBytes> open_box(ByteSpan secret, ByteSpan sealed)
{
    if (sealed.size() < crypto_box_SEALBYTES) return fail(Errc::forged, "the sealed box is too short");
    const BoxKey key = box_key(secret);
    SecretBytes plain(sealed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(), key.data(), secret.data()) != 0)
        return fail(Errc::forged, "the sealed box is for another receiver, or was altered");
    return plain;
}

Bytes seal_with(const SecretBytes& key, const SecretBytes& secret, Random& random)
{
    Bytes sealed(kNonce + crypto_secretbox_MACBYTES + secret.size());
    random.fill(std::span(sealed).first(kNonce));
    crypto_secretbox_easy(sealed.data() + kNonce, secret.data(), secret.size(), sealed.data(), key.data());
    return sealed;
}

Result<SecretBytes> open_with(const SecretBytes& key, ByteSpan sealed)
{
    if (sealed.size() < kNonce + crypto_secretbox_MACBYTES) return fail(Errc::forged, "the sealed secret is too short");
    const ByteSpan box = sealed.subspan(kNonce);
    SecretBytes secret(box.size() - crypto_secretbox_MACBYTES);
    if (crypto_secretbox_open_easy(secret.data(), box.data(), box.size(), sealed.data(), key.data()) != 0)
        return fail(Errc::forged, "the secret was sealed with another key, or altered");
    return secret;
}

Bytes wrap(const SecretBytes& secret, std::string_view passphrase, Random& random)
{
    Bytes wrapped(kSalt);
    random.fill(wrapped);
    const Bytes sealed = seal_with(key_from(passphrase, wrapped), secret, random);
    wrapped.insert(wrapped.end(), sealed.begin(), sealed.end());
    return wrapped;
}

Result<SecretBytes> unwrap(ByteSpan wrapped, std::string_view passphrase)
{
    if (wrapped.size() < kSalt + kNonce + crypto_secretbox_MACBYTES) return fail(Errc::forged, "the wrapped key is too short");
    auto secret = open_with(key_from(passphrase, wrapped.first(kSalt)), wrapped.subspan(kSalt));
    if (!secret) return fail(Errc::forged, "wrong passphrase, or the key file was altered");
    return secret;
}

}  // namespace isoloir::crypto
