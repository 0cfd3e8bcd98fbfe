#pragma once
// ristretto255 (RFC 9496) by libsodium. An Element and a Scalar are valid by construction: outside bytes come in by
// parse() alone, which closes the three traps of libsodium 1.0.18 (bit 255, s + l, identity).

#include <optional>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/random.hpp"

namespace isoloir::crypto {

class Scalar {
public:
    Scalar() = default;  // zero
    ~Scalar();           // wiped: most scalars here are secrets
    Scalar(const Scalar&) = default;
    Scalar& operator=(const Scalar&) = default;

    /// @error malformed  not 32 bytes, or not reduced modulo the group order
    static Result<Scalar> parse(ByteSpan bytes);
    static Scalar random(Random& random);
    /// Reduces 64 uniform bytes.
    static Scalar reduce(const ByteArray<64>& bytes);
    static Scalar of(std::uint64_t number);
    /// A number below 2^128, little-endian: weights of proofs.
    static Scalar of_128_bits(std::span<const std::uint8_t, 16> bytes);

    const ByteArray<32>& bytes() const { return bytes_; }
    bool is_zero() const;
    /// 1 divided by it; zero has none and gives zero.
    Scalar inverse() const;
    bool operator==(const Scalar& other) const;
    friend Scalar operator+(const Scalar& a, const Scalar& b);
    friend Scalar operator-(const Scalar& a, const Scalar& b);
    friend Scalar operator*(const Scalar& a, const Scalar& b);

private:
    friend class SecretScalars;
    ByteArray<32> bytes_{};
};

class Element {
public:
    /// The identity.
    Element() = default;

    /// @error malformed  not the canonical encoding of an element, or the identity
    static Result<Element> parse(ByteSpan bytes);
    /// One-way map of 64 uniform bytes (RFC 9496 section 4.3.4); nobody knows its discrete logarithm.
    static Element from_hash(const ByteArray<64>& bytes);

    const ByteArray<32>& bytes() const { return bytes_; }
    bool is_identity() const;
    bool operator==(const Element& other) const = default;
    friend auto operator<=>(const Element& a, const Element& b) = default;

    friend Element operator+(const Element& a, const Element& b);
    friend Element operator-(const Element& a, const Element& b);
    /// Constant time.
    friend Element operator*(const Scalar& factor, const Element& element);

private:
    explicit Element(const ByteArray<32>& bytes) : bytes_(bytes) {}
    friend Element base_times(const Scalar& factor);
    friend Result<Element> times(const Scalar& factor, ByteSpan bytes);
    friend class Point;         // what libdecaf wrote
    friend struct ReadElement;  // what it read
    ByteArray<32> bytes_{};
};

/// factor · B, the base point. Constant time.
Element base_times(const Scalar& factor);

/// factor · Element::parse(bytes), which are read but once. Constant time, unless the product is the identity, which it is for the factor
/// zero alone.
/// @error malformed  as parse, or for the factor zero
Result<Element> times(const Scalar& factor, ByteSpan bytes);

}  // namespace isoloir::crypto
