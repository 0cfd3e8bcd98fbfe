#include "shared/crypto/random.hpp"

#include <array>
#include <limits>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;

namespace {

/// Gives prepared numbers, one a call.
class Prepared final : public crypto::Random {
public:
    explicit Prepared(std::vector<std::uint64_t> numbers) : numbers_(std::move(numbers)) {}
    void fill(std::span<std::uint8_t> out) override
    {
        REQUIRE(out.size() == sizeof(std::uint64_t));
        REQUIRE(next_ < numbers_.size());
        const std::uint64_t number = numbers_[next_++];
        std::copy_n(reinterpret_cast<const std::uint8_t*>(&number), sizeof number, out.begin());
    }
    std::size_t used() const { return next_; }

private:
    std::vector<std::uint64_t> numbers_;
    std::size_t next_{0};
};

}  // namespace

TEST_CASE("a number below a bound is in range, and each is drawn about as often")
{
    test::SeededRandom random(8);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
    // Binomial: mean 10 000, standard deviation 93; the seed is fixed, so that this never changes by chance.
    for (const int count : counts) CHECK(std::abs(count - 10'000) < 500);
    for (int i = 0; i < 10; ++i) CHECK(random.below(1) == 0);
}

TEST_CASE("what would favour small numbers is drawn again")
{
    constexpr auto largest = std::numeric_limits<std::uint64_t>::max();
    constexpr std::uint64_t bound = (1ULL << 63) + 1;  // the plain remainder would draw the small ones twice as often
    Prepared random({largest, bound, bound - 1});
    CHECK(random.below(bound) == bound - 1);
    CHECK(random.used() == 3);
}

TEST_CASE("the system's generator does not repeat itself")
{
    crypto::SystemRandom random;
    CHECK(random.bytes<32>() != random.bytes<32>());
}

TEST_CASE("a seeded generator repeats itself, and no two of its draws are alike")
{
    test::SeededRandom one(9);
    test::SeededRandom same(9);
    test::SeededRandom other(10);
    const auto first = one.bytes<32>();
    CHECK(same.bytes<32>() == first);
    CHECK(other.bytes<32>() != first);
    CHECK(one.bytes<32>() != first);
}
