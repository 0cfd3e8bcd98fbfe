#include "shared/crypto/transcript.hpp"

namespace isoloir::crypto {
namespace {

ByteArray<8> little_endian(std::uint64_t number)
{
    ByteArray<8> bytes;
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return bytes;
}

void absorb(crypto_hash_sha512_state& state, ByteSpan bytes)
{
    crypto_hash_sha512_update(&state, bytes.data(), bytes.size());
}

}  // namespace

Transcript::Transcript(std::string_view label)
{
    crypto_hash_sha512_init(&state_);
    absorb(state_, bytes_of("isoloir/v1/"));
    absorb(state_, bytes_of(label));
}

Transcript& Transcript::add(ByteSpan item)
{
    absorb(state_, little_endian(item.size()));
    absorb(state_, item);
    return *this;
}

Transcript& Transcript::add_number(std::uint64_t number)
{
    return add(little_endian(number));
}

ByteArray<64> Transcript::digest() const
{
    crypto_hash_sha512_state copy = state_;
    ByteArray<64> digest;
    crypto_hash_sha512_final(&copy, digest.data());
    return digest;
}

}  // namespace isoloir::crypto
