#include "shared/crypto/products.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::base_times;
using crypto::Element;
using crypto::Product;
using crypto::Scalar;
using crypto::sum_of;
using test::SeededRandom;

namespace {

/// By libsodium alone.
Element plain_sum(const std::vector<Product>& products)
{
    Element sum;
    for (const auto& [factor, element] : products) sum = sum + factor * element;
    return sum;
}

std::vector<Product> random_products(std::size_t count, SeededRandom& random)
{
    std::vector<Product> products;
    for (std::size_t i = 0; i < count; ++i) products.push_back({Scalar::random(random), Element::from_hash(random.bytes<64>())});
    return products;
}

// l - 1, little-endian: the largest factor
const char* const kOrderLessOne = "ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

}  // namespace

TEST_CASE("a sum of products is the one that libsodium gives, for any number of them")
{
    SeededRandom random(1);
    for (const std::size_t count : {0U, 1U, 2U, 3U, 7U, 20U, 64U, 200U, 700U}) {
        CAPTURE(count);
        const auto products = random_products(count, random);
        CHECK(sum_of(products).value() == plain_sum(products));
    }
}

TEST_CASE("factors at the edges of every digit give the sum that libsodium gives")
{
    SeededRandom random(2);
    std::vector<Product> products;
    const auto add = [&](const Scalar& factor) { products.push_back({factor, Element::from_hash(random.bytes<64>())}); };
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
    CHECK(sum_of(products).value() == plain_sum(products));
    for (const auto& product : products) CHECK(sum_of({&product, 1}).value() == plain_sum({product}));
}

TEST_CASE("the identity, equal elements and elements that cancel out are added as any others")
{
    SeededRandom random(3);
    const Element element = Element::from_hash(random.bytes<64>());
    const Scalar factor = Scalar::random(random);
    const std::vector<Product> cancel{{factor, element}, {factor, Element{} - element}, {factor, Element{}}};
    CHECK(sum_of(cancel).value().is_identity());
    std::vector<Product> same(30, Product{factor, element});
    CHECK(sum_of(same).value() == Scalar::of(30) * factor * element);
    same.push_back({Scalar{} - Scalar::of(30) * factor, element});
    CHECK(sum_of(same).value().is_identity());
}

TEST_CASE("small factors and elements near the base point give the sum that libsodium gives")
{
    CHECK(rc::check([] {
        std::vector<Product> products;
        for (const auto& [factor, power] :
             *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint8_t>>>(rc::gen::arbitrary<std::pair<std::uint8_t, std::uint8_t>>()))
            products.push_back({Scalar::of(factor) - Scalar::of(128), base_times(Scalar::of(power))});
        RC_ASSERT(sum_of(products).value() == plain_sum(products));
    }));
}
