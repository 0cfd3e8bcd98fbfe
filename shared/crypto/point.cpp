#include "shared/crypto/point.hpp"

#include <algorithm>
#include <stdexcept>

namespace isoloir::crypto {
namespace {

/// Both libraries read the same encodings, as tests show for every edge of them.
void must(decaf_error_t read)
{
    if (read != DECAF_SUCCESS) throw std::logic_error("libdecaf does not read what libsodium gave");
}

}  // namespace

Point::Point()
{
    decaf_255_point_copy(value_, decaf_255_point_identity);
}

Point::Point(const Element& element)
{
    must(decaf_255_point_decode(value_, element.bytes().data(), DECAF_TRUE));
}

std::optional<Point> Point::read(ByteSpan bytes)
{
    std::optional<Point> point;
    if (bytes.size() != 32) return point;
    point.emplace();
    if (decaf_255_point_decode(point->value_, bytes.data(), DECAF_FALSE) != DECAF_SUCCESS) point.reset();
    return point;
}

std::optional<ReadElement> ReadElement::read(ByteSpan bytes)
{
    const auto point = Point::read(bytes);
    if (!point) return std::nullopt;
    ByteArray<32> encoding;
    std::copy(bytes.begin(), bytes.end(), encoding.begin());
    return ReadElement{Element(encoding), *point};
}

Point Point::from_hash(const ByteArray<64>& bytes)
{
    Point point;
    decaf_255_point_from_hash_uniform(point.value_, bytes.data());
    return point;
}

ByteArray<32> Point::bytes() const
{
    ByteArray<32> bytes;
    decaf_255_point_encode(bytes.data(), value_);
    return bytes;
}

Element Point::element() const
{
    return Element(bytes());
}

bool Point::operator==(const Point& other) const
{
    return decaf_255_point_eq(value_, other.value_) == DECAF_TRUE;
}

Point& Point::operator+=(const Point& other)
{
    decaf_255_point_add(value_, value_, other.value_);
    return *this;
}

Point& Point::operator-=(const Point& other)
{
    decaf_255_point_sub(value_, value_, other.value_);
    return *this;
}

void Point::double_it()
{
    decaf_255_point_double(value_, value_);
}

void Point::wipe()
{
    decaf_255_point_destroy(value_);
}

}  // namespace isoloir::crypto
