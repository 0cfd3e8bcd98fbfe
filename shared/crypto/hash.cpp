#include "shared/crypto/hash.hpp"

#include <sodium.h>

namespace isoloir::crypto {

Digest sha256(ByteSpan bytes)
{
    return sha256({bytes});
}

Digest sha256(std::initializer_list<ByteSpan> parts)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const ByteSpan part : parts) crypto_hash_sha256_update(&state, part.data(), part.size());
    Digest digest;
    crypto_hash_sha256_final(&state, digest.data());
    return digest;
}

Digest blake2b(std::initializer_list<ByteSpan> parts, ByteSpan key)
{
    crypto_generichash_blake2b_state state;
    crypto_generichash_blake2b_init(&state, key.empty() ? nullptr : key.data(), key.size(), Digest{}.size());
    for (const ByteSpan part : parts) crypto_generichash_blake2b_update(&state, part.data(), part.size());
    Digest digest;
    crypto_generichash_blake2b_final(&state, digest.data(), digest.size());
    sodium_memzero(&state, sizeof state);
    return digest;
}

}  // namespace isoloir::crypto
