// Pippenger's way: a factor is written in digits of `width` bits, from -2^(width-1) to 2^(width-1). For one place of all
// factors, elements with the same digit are added up in the same bucket; then every bucket is taken as often as its digit
// says, by adding up the sums from the largest digit down; and the places are put together by doubling.

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "shared/base/parallel.hpp"
#include "shared/crypto/point.hpp"

namespace isoloir::crypto {
namespace {

using Lists = std::span<const Products>;

std::size_t count_of(Lists lists)
{
    std::size_t count = 0;
    for (const Products& list : lists) count += list.points.size();
    return count;
}

/// Of the largest factor, and one for what the digits carry over.
std::size_t bits_of(Lists lists)
{
    ByteArray<32> any{};
    for (const Products& list : lists)
        for (const Scalar& factor : list.factors)
            for (std::size_t i = 0; i < any.size(); ++i) any[i] |= factor.bytes()[i];
    std::size_t bytes = any.size();
    while (bytes > 1 && any[bytes - 1] == 0) --bytes;
    return 8 * (bytes - 1) + static_cast<std::size_t>(std::bit_width(any[bytes - 1])) + 1;
}

/// The width with the fewest additions: one for each product and, since what comes first into a bucket is often but copied, some five for
/// four buckets, at each place.
std::size_t width_for(std::size_t products, std::size_t bits)
{
    const auto additions = [&](std::size_t width) { return (bits + width - 1) / width * (8 * products + (std::size_t{5} << width)); };
    std::size_t best = 1;
    for (std::size_t width = 2; width <= 14; ++width)
        if (additions(width) < additions(best)) best = width;
    return best;
}

class Buckets {
public:
    explicit Buckets(std::size_t width) : sums_((std::size_t{1} << (width - 1)) + 1) {}

    void add(int digit, const Point& point)
    {
        if (digit == 0) return;
        std::optional<Point>& sum = sums_[static_cast<std::size_t>(std::abs(digit))];
        if (digit > 0 && !sum) {
            sum = point;  // copied in a tenth of the time that an addition takes
            return;
        }
        if (!sum) sum.emplace();
        if (digit > 0) *sum += point;
        else *sum -= point;
    }
    /// Each bucket as often as its digit says.
    Point total() const
    {
        Point total;
        Point above;
        for (std::size_t digit = sums_.size() - 1; digit > 0; --digit) {
            if (sums_[digit]) above += *sums_[digit];
            total += above;
        }
        return total;
    }

private:
    std::vector<std::optional<Point>> sums_;
};

/// A sum with its factors in digits.
class Digits {
public:
    explicit Digits(Lists lists) : lists_(lists), count_(count_of(lists)), bits_(bits_of(lists)), width_(width_for(count_, bits_)), digits_(count_ * places())
    {
    }

    std::size_t count() const { return count_; }
    std::size_t places() const { return (bits_ + width_ - 1) / width_; }

    void write()
    {
        std::size_t begin = 0;
        for (const Products& list : lists_) {
            const auto some = [&](std::size_t first, std::size_t last) {
                for (std::size_t i = first; i < last; ++i) write(list.factors[i], begin + i);
            };
            for_each_share(list.points.size(), some, kWorthAThread);
            begin += list.points.size();
        }
    }
    /// What the digits of one place add up to.
    Point of_place(std::size_t place) const
    {
        Buckets buckets(width_);
        std::size_t at = place * count_;
        for (const Products& list : lists_)
            for (const Point& point : list.points) buckets.add(digits_[at++], point);
        return buckets.total();
    }
    /// @param of_place  of each place
    Point put_together(std::span<const Point> of_place) const
    {
        Point total;
        for (std::size_t place = places(); place-- > 0;) {
            for (std::size_t i = 0; i < width_; ++i) total.double_it();
            total += of_place[place];
        }
        return total;
    }

private:
    static constexpr std::size_t kWorthAThread = 4096;

    void write(const Scalar& factor, std::size_t at)
    {
        const ByteArray<32>& bytes = factor.bytes();
        int carry = 0;
        for (std::size_t place = 0; place < places(); ++place) {
            const std::size_t bit = place * width_;
            std::uint32_t some = 0;
            for (std::size_t i = 0; i < 3 && bit / 8 + i < bytes.size(); ++i) some |= std::uint32_t{bytes[bit / 8 + i]} << (8 * i);
            int digit = static_cast<int>(some >> (bit % 8) & ((1U << width_) - 1)) + carry;
            carry = digit > 1 << (width_ - 1) ? 1 : 0;
            if (carry != 0) digit -= 1 << width_;
            digits_[place * count_ + at] = static_cast<std::int16_t>(digit);
        }
    }

    Lists lists_;
    std::size_t count_;
    std::size_t bits_;
    std::size_t width_;
    std::vector<std::int16_t> digits_;  // of all factors in the lowest place, then in the next
};

}  // namespace

Point public_sum(std::span<const Scalar> factors, std::span<const Point> points)
{
    const Products list{factors, points};
    Digits digits({&list, 1});
    digits.write();
    std::vector<Point> of_place;
    for (std::size_t place = 0; place < digits.places(); ++place) of_place.push_back(digits.of_place(place));
    return digits.put_together(of_place);
}

std::vector<Point> public_sums(std::span<const std::vector<Products>> sums)
{
    struct Task {
        std::size_t sum;
        std::size_t place;
    };
    std::vector<Digits> digits(sums.begin(), sums.end());
    std::vector<std::vector<Point>> of_place;
    std::vector<Task> tasks;
    for (std::size_t sum = 0; sum < sums.size(); ++sum) {
        digits[sum].write();
        of_place.emplace_back(digits[sum].places());
        for (std::size_t place = 0; place < digits[sum].places(); ++place) tasks.push_back({sum, place});
    }
    // The largest first, so that at the end no core waits long for another.
    std::sort(tasks.begin(), tasks.end(), [&](const Task& a, const Task& b) { return digits[a.sum].count() > digits[b.sum].count(); });
    for_each_task(tasks.size(), [&](std::size_t i) {
        const auto& [sum, place] = tasks[i];
        of_place[sum][place] = digits[sum].of_place(place);
    });
    std::vector<Point> totals;
    for (std::size_t sum = 0; sum < sums.size(); ++sum) totals.push_back(digits[sum].put_together(of_place[sum]));
    return totals;
}

}  // namespace isoloir::crypto
