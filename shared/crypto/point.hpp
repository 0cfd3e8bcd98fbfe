#pragma once
// ristretto255 by libdecaf, whose decaf_255 is the same group with the same bytes as libsodium's: a Point is read once and then
// added often, in 0.13 µs instead of 12. libsodium stays the measure: tests hold everything here against it.

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
    void wipe();

private:
    friend class Multiples;
    decaf_255_point_t value_;
};

/// An element whose point is kept, since both are wanted and reading is what costs.
struct ReadElement {
    Element element;
    Point point;
    /// @return  nothing where Element::parse would refuse
    static std::optional<ReadElement> read(ByteSpan bytes);
};

inline Point operator+(const Point& a, const Point& b)
{
    Point sum(a);
    return sum += b;
}

/// Adds all factor · point up in constant time, 16 µs each: for secret factors.
/// @param factors  32 bytes each, reduced, as many as points
Point secret_sum(ByteSpan factors, std::span<const Point> points);

/// The same in variable time, some 15 µs each where there are twenty, 4 where there are thousands, and half where the factors have half
/// the length: for public values alone, never for a secret. Uses one core and some 400 bytes a point.
Point public_sum(std::span<const Scalar> factors, std::span<const Point> points);

/// What is to be added up, lent: factor · point, of each.
struct Products {
    std::span<const Scalar> factors;
    std::span<const Point> points;
};

/// Several such sums on all cores.
/// @param sums  each of the products of several lists
std::vector<Point> public_sums(std::span<const std::vector<Products>> sums);

}  // namespace isoloir::crypto
