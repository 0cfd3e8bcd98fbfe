#include "shared/crypto/group.hpp"

#include <algorithm>

#include <sodium.h>

namespace isoloir::crypto {

Scalar::~Scalar()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

Result<Scalar> Scalar::parse(ByteSpan bytes)
{
    if (bytes.size() != 32) return fail(Errc::malformed, "a scalar has 32 bytes");
    // libsodium takes s and s + l alike: only the reduced one may pass.
    ByteArray<64> wide{};
    std::copy(bytes.begin(), bytes.end(), wide.begin());
    const Scalar reduced = reduce(wide);
    if (!std::equal(bytes.begin(), bytes.end(), reduced.bytes_.begin())) return fail(Errc::malformed, "a scalar is not reduced");
    return reduced;
}

Scalar Scalar::random(Random& random)
{
    ByteArray<64> wide = random.bytes<64>();
    const Scalar scalar = reduce(wide);
    sodium_memzero(wide.data(), wide.size());
    return scalar;
}

Scalar Scalar::reduce(const ByteArray<64>& bytes)
{
    Scalar scalar;
    crypto_core_ristretto255_scalar_reduce(scalar.bytes_.data(), bytes.data());
    return scalar;
}

Scalar Scalar::of(std::uint64_t number)
{
    Scalar scalar;
    for (std::size_t i = 0; i < 8; ++i) scalar.bytes_[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return scalar;
}

Scalar Scalar::of_128_bits(std::span<const std::uint8_t, 16> bytes)
{
    Scalar scalar;
    std::copy(bytes.begin(), bytes.end(), scalar.bytes_.begin());
    return scalar;
}

bool Scalar::is_zero() const
{
    return sodium_is_zero(bytes_.data(), bytes_.size()) == 1;
}

Scalar Scalar::inverse() const
{
    Scalar inverse;
    (void)crypto_core_ristretto255_scalar_invert(inverse.bytes_.data(), bytes_.data());
    return inverse;
}

bool Scalar::operator==(const Scalar& other) const
{
    return sodium_memcmp(bytes_.data(), other.bytes_.data(), bytes_.size()) == 0;
}

Scalar operator+(const Scalar& a, const Scalar& b)
{
    Scalar sum;
    crypto_core_ristretto255_scalar_add(sum.bytes_.data(), a.bytes_.data(), b.bytes_.data());
    return sum;
}

Scalar operator-(const Scalar& a, const Scalar& b)
{
    Scalar difference;
    crypto_core_ristretto255_scalar_sub(difference.bytes_.data(), a.bytes_.data(), b.bytes_.data());
    return difference;
}

Scalar operator*(const Scalar& a, const Scalar& b)
{
    Scalar product;
    crypto_core_ristretto255_scalar_mul(product.bytes_.data(), a.bytes_.data(), b.bytes_.data());
    return product;
}

namespace {

/// What libsodium 1.0.18 does not look at: bit 255, without which one point would have two encodings.
bool has_shape(ByteSpan bytes)
{
    return bytes.size() == 32 && (bytes[31] & 0x80) == 0;
}

}  // namespace

Result<Element> Element::parse(ByteSpan bytes)
{
    if (bytes.size() != 32) return fail(Errc::malformed, "a group element has 32 bytes");
    ByteArray<32> encoding;
    std::copy(bytes.begin(), bytes.end(), encoding.begin());
    if (!has_shape(bytes) || crypto_core_ristretto255_is_valid_point(encoding.data()) != 1)
        return fail(Errc::malformed, "not a canonical ristretto255 element");
    if (sodium_is_zero(encoding.data(), encoding.size()) == 1) return fail(Errc::malformed, "the identity is not allowed here");
    return Element(encoding);
}

Element Element::from_hash(const ByteArray<64>& bytes)
{
    ByteArray<32> encoding;
    crypto_core_ristretto255_from_hash(encoding.data(), bytes.data());
    return Element(encoding);
}

bool Element::is_identity() const
{
    return sodium_is_zero(bytes_.data(), bytes_.size()) == 1;
}

Element operator+(const Element& a, const Element& b)
{
    ByteArray<32> sum;
    crypto_core_ristretto255_add(sum.data(), a.bytes_.data(), b.bytes_.data());
    return Element(sum);
}

Element operator-(const Element& a, const Element& b)
{
    ByteArray<32> difference;
    crypto_core_ristretto255_sub(difference.data(), a.bytes_.data(), b.bytes_.data());
    return Element(difference);
}

Element operator*(const Scalar& factor, const Element& element)
{
    ByteArray<32> product{};
    // -1 means that the product is the identity: a result, not an error. The zero bytes are its encoding, and there already; nothing
    // branches on it, since the factor may be secret.
    [[maybe_unused]] const int is_identity = crypto_scalarmult_ristretto255(product.data(), factor.bytes().data(), element.bytes_.data());
    return Element(product);
}

Result<Element> times(const Scalar& factor, ByteSpan bytes)
{
    Element product;
    if (!has_shape(bytes) || crypto_scalarmult_ristretto255(product.bytes_.data(), factor.bytes().data(), bytes.data()) != 0)
        return fail(Errc::malformed, "not a canonical ristretto255 element, or the identity");
    return product;
}

Element base_times(const Scalar& factor)
{
    ByteArray<32> product{};
    [[maybe_unused]] const int is_identity = crypto_scalarmult_ristretto255_base(product.data(), factor.bytes().data());
    return Element(product);
}

}  // namespace isoloir::crypto
