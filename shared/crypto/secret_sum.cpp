// Straus' way: all factors are read digit by digit from the top; between two places one doubling serves all of them.

#include <algorithm>

#include "shared/crypto/multiples.hpp"

namespace isoloir::crypto {
namespace {

constexpr std::size_t kTogether = 64;  // points that share their doublings, with tables that fit a core's cache

Point some(ByteSpan factors, std::span<const Point> points)
{
    const std::vector<Multiples> tables(points.begin(), points.end());
    Point sum;
    Point multiple;
    for (std::size_t place = kDigits; place-- > 0;) {
        for (int bit = 0; bit < 4; ++bit) sum.double_it();
        for (std::size_t i = 0; i < points.size(); ++i) {
            tables[i].pick(digit(factors.subspan(32 * i, 32), place), multiple);
            sum += multiple;
        }
    }
    multiple.wipe();
    return sum;
}

}  // namespace

Point secret_sum(ByteSpan factors, std::span<const Point> points)
{
    Point sum;
    for (std::size_t done = 0; done < points.size(); done += kTogether) {
        const std::size_t count = std::min(kTogether, points.size() - done);
        sum += some(factors.subspan(32 * done, 32 * count), points.subspan(done, count));
    }
    return sum;
}

}  // namespace isoloir::crypto
