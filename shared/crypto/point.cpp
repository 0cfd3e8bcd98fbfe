#include "shared/crypto/point.hpp"

#include <cstdlib>
#include <new>
#include <stdexcept>

namespace isoloir::crypto {
namespace {

/// Both libraries read the same encodings, as tests show for every edge of them.
void must(decaf_error_t read)
{
    if (read != DECAF_SUCCESS) throw std::logic_error("libdecaf does not read what libsodium gave");
}

/// libdecaf's own form of a scalar, wiped when it goes.
struct DecafScalar {
    /// A Scalar is reduced, so that it reads; and nothing branches on what may be secret.
    explicit DecafScalar(const Scalar& scalar) { [[maybe_unused]] const decaf_error_t read = decaf_255_scalar_decode(value, scalar.bytes().data()); }
    ~DecafScalar() { decaf_255_scalar_destroy(value); }
    DecafScalar(const DecafScalar&) = delete;
    DecafScalar& operator=(const DecafScalar&) = delete;
    decaf_255_scalar_t value;
};

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

void Point::take_if(std::uint64_t yes, const Point& other)
{
    decaf_255_point_cond_sel(value_, value_, other.value_, yes);
}

void Point::wipe()
{
    decaf_255_point_destroy(value_);
}

void FixedBase::Free::operator()(decaf_255_precomputed_s* table) const
{
    std::free(table);
}

FixedBase::FixedBase() : table_(decaf_255_precomputed_base) {}

FixedBase::FixedBase(const Point& point)
{
    const std::size_t alignment = decaf_255_alignof_precomputed_s;
    const std::size_t size = (decaf_255_sizeof_precomputed_s + alignment - 1) / alignment * alignment;
    own_.reset(static_cast<decaf_255_precomputed_s*>(std::aligned_alloc(alignment, size)));
    if (own_ == nullptr) throw std::bad_alloc();
    decaf_255_precompute(own_.get(), point.value_);
    table_ = own_.get();
}

Point FixedBase::times(const Scalar& factor) const
{
    const DecafScalar scalar(factor);
    Point product;
    decaf_255_precomputed_scalarmul(product.value_, table_, scalar.value);
    return product;
}

}  // namespace isoloir::crypto
