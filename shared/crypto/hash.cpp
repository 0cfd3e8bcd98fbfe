#include "shared/crypto/hash.hpp"

#include <cstdlib>
#include <memory>

#include <openssl/evp.h>
#include <sodium.h>

namespace isoloir::crypto {
namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

Digest sha256(ByteSpan bytes)
{
    return sha256({bytes});
}

// OpenSSL's, for it has the processor do it: a log of a million records is hashed at each start, and libsodium takes ten
// times as long. Nothing secret is hashed so.
Digest sha256(std::initializer_list<ByteSpan> parts)
{
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    Digest digest;
    bool done = EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1;
    for (const ByteSpan part : parts) done = done && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    done = done && EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1;
    if (!done) std::abort();  // no memory
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
