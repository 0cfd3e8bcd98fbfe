// Pippenger's way: a factor is written in digits of `width` bits, from -2^(width-1) to 2^(width-1). For one place of all
// factors, elements with the same digit are added up in the same bucket; then every bucket is taken as often as its digit
// says, by adding up the sums from the largest digit down; and the places are put together by doubling.

#include <algorithm>

#include "shared/crypto/point.hpp"

namespace isoloir::crypto {
namespace {

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

    void clear() { std::fill(sums_.begin(), sums_.end(), Point()); }
    void add(int digit, const Point& point)
    {
        if (digit > 0) sums_[static_cast<std::size_t>(digit)] += point;
        else if (digit < 0) sums_[static_cast<std::size_t>(-digit)] -= point;
    }
    /// Adds each bucket as often as its digit says.
    void add_to(Point& total) const
    {
        Point above;
        for (std::size_t digit = sums_.size() - 1; digit > 0; --digit) {
            above += sums_[digit];
            total += above;
        }
    }

private:
    std::vector<Point> sums_;
};

}  // namespace

Point public_sum(std::span<const Scalar> factors, std::span<const Point> points)
{
    const std::size_t width = width_for(points.size());
    const std::size_t places = (kBits + width - 1) / width;
    std::vector<std::int16_t> digits(points.size() * places);
    for (std::size_t i = 0; i < points.size(); ++i) write_digits(factors[i], width, std::span(digits).subspan(i * places, places));

    Point total;
    Buckets buckets(width);
    for (std::size_t place = places; place-- > 0;) {
        for (std::size_t i = 0; i < width; ++i) total.double_it();
        buckets.clear();
        for (std::size_t i = 0; i < points.size(); ++i) buckets.add(digits[i * places + place], points[i]);
        buckets.add_to(total);
    }
    return total;
}

}  // namespace isoloir::crypto
