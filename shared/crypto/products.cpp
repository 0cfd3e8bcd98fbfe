// Pippenger's way: a factor is written in digits of `width` bits, from -2^(width-1) to 2^(width-1). For one place of all
// factors, elements with the same digit are added up in the same bucket; then every bucket is taken as often as its digit
// says, by adding up the sums from the largest digit down; and the places are put together by doubling.

#include "shared/crypto/products.hpp"

#include <vector>

#include <decaf.h>

namespace isoloir::crypto {
namespace {

/// libdecaf's points are arrays, which neither copy nor live in a vector by themselves.
struct Point {
    decaf_255_point_t value;
};

constexpr std::size_t kBits = 254;  // of a reduced factor, and one for what the digits carry over

/// The width with the fewest additions: one for each product and two for each bucket, at each place.
std::size_t width_for(std::size_t products)
{
    const auto additions = [&](std::size_t width) { return (kBits + width - 1) / width * (products + (std::size_t{1} << width)); };
    std::size_t best = 1;
    for (std::size_t width = 2; width <= 14; ++width)
        if (additions(width) < additions(best)) best = width;
    return best;
}

/// Lowest place first.
void write_digits(const Scalar& factor, std::size_t width, std::span<std::int16_t> digits)
{
    const ByteArray<32>& bytes = factor.bytes();
    int carry = 0;
    for (std::size_t place = 0; place < digits.size(); ++place) {
        const std::size_t bit = place * width;
        std::uint32_t some = 0;
        for (std::size_t i = 0; i < 3 && bit / 8 + i < bytes.size(); ++i) some |= std::uint32_t{bytes[bit / 8 + i]} << (8 * i);
        int digit = static_cast<int>(some >> (bit % 8) & ((1U << width) - 1)) + carry;
        carry = digit > 1 << (width - 1) ? 1 : 0;
        if (carry != 0) digit -= 1 << width;
        digits[place] = static_cast<std::int16_t>(digit);
    }
}

class Buckets {
public:
    explicit Buckets(std::size_t width) : sums_((std::size_t{1} << (width - 1)) + 1) {}

    void clear()
    {
        for (Point& sum : sums_) decaf_255_point_copy(sum.value, decaf_255_point_identity);
    }
    void add(int digit, const Point& point)
    {
        if (digit > 0) {
            Point& sum = sums_[static_cast<std::size_t>(digit)];
            decaf_255_point_add(sum.value, sum.value, point.value);
        } else if (digit < 0) {
            Point& sum = sums_[static_cast<std::size_t>(-digit)];
            decaf_255_point_sub(sum.value, sum.value, point.value);
        }
    }
    /// Adds each bucket as often as its digit says.
    void add_to(Point& total) const
    {
        Point above;
        decaf_255_point_copy(above.value, decaf_255_point_identity);
        for (std::size_t digit = sums_.size() - 1; digit > 0; --digit) {
            decaf_255_point_add(above.value, above.value, sums_[digit].value);
            decaf_255_point_add(total.value, total.value, above.value);
        }
    }

private:
    std::vector<Point> sums_;
};

}  // namespace

Result<Element> sum_of(std::span<const Product> products)
{
    const std::size_t width = width_for(products.size());
    const std::size_t places = (kBits + width - 1) / width;
    std::vector<Point> points(products.size());
    std::vector<std::int16_t> digits(products.size() * places);
    for (std::size_t i = 0; i < products.size(); ++i) {
        if (decaf_255_point_decode(points[i].value, products[i].element.bytes().data(), DECAF_TRUE) != DECAF_SUCCESS)
            return fail(Errc::malformed, "not an element of the fast group");
        write_digits(products[i].factor, width, std::span(digits).subspan(i * places, places));
    }

    Point total;
    decaf_255_point_copy(total.value, decaf_255_point_identity);
    Buckets buckets(width);
    for (std::size_t place = places; place-- > 0;) {
        for (std::size_t i = 0; i < width; ++i) decaf_255_point_double(total.value, total.value);
        buckets.clear();
        for (std::size_t i = 0; i < products.size(); ++i) buckets.add(digits[i * places + place], points[i]);
        buckets.add_to(total);
    }
    ByteArray<32> encoding;
    decaf_255_point_encode(encoding.data(), total.value);
    return encoding == ByteArray<32>{} ? Result<Element>(Element{}) : Element::parse(encoding);
}

}  // namespace isoloir::crypto
