#pragma once
// ristretto255 by libdecaf, whose decaf_255 is the same group with the same bytes as libsodium's: a Point is read once and then
// added often, in 0.13 µs instead of 12. libsodium stays the measure: tests hold everything here against it.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <decaf.h>

#include "shared/crypto/group.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::crypto {

class Point {
public:
    Point();  // the identity
    explicit Point(const Element& element);
    /// 3.7 µs. @return  nothing where Element::parse would refuse: not 32 bytes, not canonical, the identity
    static std::optional<Point> read(ByteSpan bytes);
    /// As Element::from_hash.
    static Point from_hash(const ByteArray<64>& bytes);

    /// 3.6 µs
    ByteArray<32> bytes() const;
    Element element() const;
    bool operator==(const Point& other) const;

    Point& operator+=(const Point& other);
    Point& operator-=(const Point& other);
    void double_it();
    /// Takes the other's value where `yes` is all ones, and keeps its own where it is zero, in constant time.
    void take_if(std::uint64_t yes, const Point& other);
    void wipe();

private:
    friend class FixedBase;
    decaf_255_point_t value_;
};

inline Point operator+(const Point& a, const Point& b)
{
    Point sum(a);
    return sum += b;
}

/// Multiples of one point, from a table. 13 µs each, in constant time.
class FixedBase {
public:
    /// Of B.
    FixedBase();
    explicit FixedBase(const Point& point);
    Point times(const Scalar& factor) const;

private:
    struct Free {
        void operator()(decaf_255_precomputed_s* table) const;
    };
    std::unique_ptr<decaf_255_precomputed_s, Free> own_;
    const decaf_255_precomputed_s* table_;
};

/// Adds all factor · point up in constant time, 15 µs each: for secret factors.
/// @param factors  32 bytes each, reduced, as many as points
Point secret_sum(ByteSpan factors, std::span<const Point> points);

/// The same in variable time, some 15 µs each where there are twenty, 4 where there are thousands: for public values alone, never
/// for a secret. Uses one core and some 400 bytes a point.
Point public_sum(std::span<const Scalar> factors, std::span<const Point> points);

}  // namespace isoloir::crypto
