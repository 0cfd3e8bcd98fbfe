#include "shared/crypto/fixed_base.hpp"

#include <rapidcheck.h>

#include "shared/crypto/secret_scalars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::base_times;
using crypto::Element;
using crypto::FixedBase;
using crypto::Point;
using crypto::Scalar;
using test::SeededRandom;

namespace {

/// factor · element, of each.
struct Products {
    std::vector<Scalar> factors;
    std::vector<Element> elements;

    void add(const Scalar& factor, const Element& element)
    {
        factors.push_back(factor);
        elements.push_back(element);
    }
    std::vector<Point> points() const { return {elements.begin(), elements.end()}; }
    /// By libsodium alone.
    Element plain() const
    {
        Element sum;
        for (std::size_t i = 0; i < factors.size(); ++i) sum = sum + factors[i] * elements[i];
        return sum;
    }
    Element by_public_sum() const { return crypto::public_sum(factors, points()).element(); }
    /// Each of three sums: of all, in two lists; of none; and of the first, twice.
    std::vector<Element> by_public_sums() const
    {
        const auto all = points();
        const std::size_t half = factors.size() / 2;
        const auto list = [&](std::size_t first, std::size_t count) {
            return crypto::Products{std::span(factors).subspan(first, count), std::span(all).subspan(first, count)};
        };
        const auto first = list(0, std::min<std::size_t>(1, factors.size()));
        std::vector<Element> sums;
        for (const Point& sum :
             crypto::public_sums(std::vector<std::vector<crypto::Products>>{{list(0, half), list(half, factors.size() - half)}, {}, {first, first}}))
            sums.push_back(sum.element());
        return sums;
    }
    Element by_secret_sum() const
    {
        Bytes bytes;
        for (const Scalar& factor : factors) bytes.insert(bytes.end(), factor.bytes().begin(), factor.bytes().end());
        return crypto::secret_sum(bytes, points()).element();
    }
};

Products random_products(std::size_t count, SeededRandom& random)
{
    Products products;
    for (std::size_t i = 0; i < count; ++i) {
        const Scalar factor = Scalar::random(random);
        products.add(factor, Element::from_hash(random.bytes<64>()));
    }
    return products;
}

void check_sums(const Products& products)
{
    const Element plain = products.plain();
    CHECK(products.by_public_sum() == plain);
    CHECK(products.by_secret_sum() == plain);
    const Element first = products.factors.empty() ? Element{} : products.factors[0] * products.elements[0];
    CHECK(products.by_public_sums() == std::vector<Element>{plain, {}, first + first});
}

// l - 1, little-endian: the largest factor
const char* const kOrderLessOne = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

}  // namespace

TEST_CASE("sums of products are those that libsodium gives, for any number of them")
{
    SeededRandom random(1);
    for (const std::size_t count : {0U, 1U, 2U, 3U, 7U, 20U, 64U, 65U, 200U, 700U}) {
        CAPTURE(count);
        check_sums(random_products(count, random));
    }
}

TEST_CASE("factors at the edges of every digit give the sums that libsodium gives")
{
    SeededRandom random(2);
    Products products;
    const auto add = [&](const Scalar& factor) { products.add(factor, Element::from_hash(random.bytes<64>())); };
    const Scalar largest = Scalar::parse(test::hex(kOrderLessOne)).value();
    for (std::uint64_t small = 0; small < 4; ++small) {
        add(Scalar::of(small));
        add(largest - Scalar::of(small));
    }
    Scalar power = Scalar::of(1);
    for (int bit = 0; bit < 253; ++bit) {
        add(power);
        add(power - Scalar::of(1));
        power = power + power;
    }
    check_sums(products);
    for (std::size_t i = 0; i < products.factors.size(); ++i) check_sums({{products.factors[i]}, {products.elements[i]}});
}

TEST_CASE("factors of 128 bits and less, as weights are, give the sums that libsodium gives")
{
    SeededRandom random(8);
    for (const std::size_t bits : {1U, 7U, 8U, 9U, 64U, 127U, 128U}) {
        CAPTURE(bits);
        Products products;
        for (int i = 0; i < 40; ++i) {
            auto bytes = random.bytes<16>();
            for (std::size_t bit = bits; bit < 128; ++bit) bytes[bit / 8] &= static_cast<std::uint8_t>(~(1U << (bit % 8)));
            products.add(Scalar::of_128_bits(bytes), Element::from_hash(random.bytes<64>()));
        }
        check_sums(products);
    }
}

TEST_CASE("the identity, equal elements and elements that cancel out are added as any others")
{
    SeededRandom random(3);
    const Element element = Element::from_hash(random.bytes<64>());
    const Scalar factor = Scalar::random(random);
    check_sums({{factor, factor, factor}, {element, Element{} - element, Element{}}});
    Products same;
    for (int i = 0; i < 30; ++i) same.add(factor, element);
    CHECK(same.by_public_sum() == Scalar::of(30) * factor * element);
    same.add(Scalar{} - Scalar::of(30) * factor, element);
    CHECK(same.by_public_sum().is_identity());
    CHECK(same.by_secret_sum().is_identity());
}

TEST_CASE("small factors and elements near the base point give the sums that libsodium gives")
{
    CHECK(rc::check([] {
        Products products;
        for (const auto& [factor, power] :
             *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint8_t>>>(rc::gen::arbitrary<std::pair<std::uint8_t, std::uint8_t>>()))
            products.add(Scalar::of(factor) - Scalar::of(128), base_times(Scalar::of(power)));
        RC_ASSERT(products.by_public_sum() == products.plain());
        RC_ASSERT(products.by_secret_sum() == products.plain());
    }));
}

TEST_CASE("multiples of a point from its table are those that libsodium gives, also of the base point")
{
    SeededRandom random(4);
    const Element element = Element::from_hash(random.bytes<64>());
    const FixedBase table{Point(element)};
    const FixedBase base;
    const Scalar largest = Scalar::parse(test::hex(kOrderLessOne)).value();
    for (const Scalar& factor : {Scalar{}, Scalar::of(1), Scalar::of(2), largest, Scalar::random(random), Scalar::random(random)}) {
        CHECK(table.times(factor).element() == factor * element);
        CHECK(base.times(factor).element() == base_times(factor));
    }
}

TEST_CASE("a point is hashed to as libsodium does")
{
    SeededRandom random(5);
    for (int i = 0; i < 200; ++i) {
        const auto uniform = random.bytes<64>();
        CHECK(Point::from_hash(uniform).element() == Element::from_hash(uniform));
    }
    for (const int byte : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
        ByteArray<64> uniform;
        uniform.fill(static_cast<std::uint8_t>(byte));
        CHECK(Point::from_hash(uniform).element() == Element::from_hash(uniform));
    }
}

TEST_CASE("a point is read from the very encodings that libsodium takes, and from no other")
{
    const auto check = [](const ByteArray<32>& bytes) {
        const auto point = Point::read(bytes);
        const auto element = Element::parse(bytes);
        CAPTURE(to_hex(bytes));
        CHECK(point.has_value() == element.has_value());
        const auto both = crypto::ReadElement::read(bytes);
        CHECK(both.has_value() == element.has_value());
        if (both && element) CHECK((both->element == *element && both->point == *point));
        if (point && element) CHECK(point->element() == *element);
    };
    SeededRandom random(6);
    for (int i = 0; i < 2000; ++i) {
        auto bytes = random.bytes<32>();
        check(bytes);
        bytes[0] &= 0xfe;  // one in four of these is valid
        bytes[31] &= 0x7f;
        check(bytes);
    }
    for (int i = 0; i < 100; ++i) {
        const auto valid = Element::from_hash(random.bytes<64>()).bytes();
        for (std::size_t bit = 0; bit < 256; ++bit) {
            auto bytes = valid;
            bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            check(bytes);
        }
    }
    // Around zero, and around p = 2^255 - 19, little-endian, with and without bit 255.
    for (const int top : {0x00, 0x7f, 0x80, 0xff})
        for (const int middle : {0x00, 0xff})
            for (int low = 0; low < 256; ++low) {
                ByteArray<32> bytes;
                bytes.fill(static_cast<std::uint8_t>(middle));
                bytes[0] = static_cast<std::uint8_t>(low);
                bytes[31] = static_cast<std::uint8_t>(top);
                check(bytes);
            }
    CHECK_FALSE(Point::read(Bytes(31)));
    CHECK_FALSE(Point::read(Bytes(33)));
}

TEST_CASE("secret scalars are kept as they were put, and drawn from 64 bytes each")
{
    SeededRandom one(7);
    SeededRandom same(7);
    auto scalars = crypto::SecretScalars::random(3, one);
    const auto wide = same.bytes<192>();
    for (std::size_t i = 0; i < 3; ++i) {
        ByteArray<64> uniform;
        std::copy_n(wide.begin() + static_cast<std::ptrdiff_t>(64 * i), 64, uniform.begin());
        CHECK(scalars[i] == Scalar::reduce(uniform));
    }
    scalars.set(1, Scalar::of(5));
    CHECK(scalars[1] == Scalar::of(5));
    CHECK(scalars.all() == std::vector<Scalar>{scalars[0], Scalar::of(5), scalars[2]});
    CHECK(crypto::SecretScalars::of(scalars.all()).all() == scalars.all());
    CHECK(crypto::SecretScalars(0).all().empty());
    CHECK(crypto::SecretScalars(2)[1].is_zero());
    const auto many = crypto::SecretScalars::random(40'000, one);
    for (std::size_t i = 1; i < many.size(); ++i)
        if (many[i].is_zero() || many[i] == many[i - 1]) FAIL("nothing was drawn at " << i);
}
