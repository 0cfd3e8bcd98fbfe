// Straus' way: all factors are read four bits at a time from the top; between two places one doubling serves all of them. Which
// multiple a digit asks for is looked up by reading the whole table, so that neither time nor memory tells the digit.

#include <algorithm>

#include "shared/crypto/point.hpp"

namespace isoloir::crypto {
namespace {

constexpr std::size_t kMultiples = 16;  // of each point: 0 to 15
constexpr std::size_t kTogether = 64;   // points that share their doublings, with tables that fit a core's cache

std::uint8_t digit(ByteSpan factor, std::size_t place)
{
    return static_cast<std::uint8_t>(factor[place / 2] >> (4 * (place % 2)) & 15U);
}

/// All ones where a == b, else zero.
std::uint64_t equal(std::uint64_t a, std::uint64_t b)
{
    return std::uint64_t{0} - ((((a ^ b) - 1) >> 63) & 1U);
}

Point some(ByteSpan factors, std::span<const Point> points, std::vector<Point>& tables)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        Point* const table = &tables[kMultiples * i];
        table[0] = Point();
        for (std::size_t m = 1; m < kMultiples; ++m) table[m] = table[m - 1] + points[i];
    }
    Point sum;
    Point multiple;
    for (std::size_t place = 64; place-- > 0;) {
        for (int bit = 0; bit < 4; ++bit) sum.double_it();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const std::uint64_t wanted = digit(factors.subspan(32 * i, 32), place);
            for (std::size_t m = 0; m < kMultiples; ++m) multiple.take_if(equal(wanted, m), tables[kMultiples * i + m]);
            sum += multiple;
        }
    }
    multiple.wipe();
    return sum;
}

}  // namespace

Point secret_sum(ByteSpan factors, std::span<const Point> points)
{
    std::vector<Point> tables(kMultiples * std::min(kTogether, points.size()));
    Point sum;
    for (std::size_t done = 0; done < points.size(); done += kTogether) {
        const std::size_t count = std::min(kTogether, points.size() - done);
        sum += some(factors.subspan(32 * done, 32 * count), points.subspan(done, count), tables);
    }
    return sum;
}

}  // namespace isoloir::crypto
