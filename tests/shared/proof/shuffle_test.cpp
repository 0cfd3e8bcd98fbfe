#include <algorithm>

#include "tests/shared/proof/an_urn.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;
using crypto::Element;
using crypto::Scalar;
using proof::Encodings;

namespace {

/// What both ways of checking say; they must agree, also on the name of what is wrong.
std::string wrong_with(const AMix& mix, SeededRandom& random)
{
    const auto plainly = verify::check_mix_plainly(mix.lent());
    const auto together = verify::check_mix(mix.lent(), random, nobody_waits);
    const std::string said = plainly ? "" : plainly.error().text();
    CHECK((together ? "" : together.error().text()) == said);
    return said;
}

std::vector<Element> opened(const AMix& mix, const Scalar& secret)
{
    std::vector<Element> elements;
    for (std::size_t i = 0; i < mix.output.size(); i += 2)
        elements.push_back(Element::parse(mix.output[i + 1]).value() - secret * Element::parse(mix.output[i]).value());
    return elements;
}

ByteArray<32> plus_one(const ByteArray<32>& scalar)
{
    return (Scalar::parse(scalar).value() + Scalar::of(1)).bytes();
}

ByteArray<32> plus_base(const ByteArray<32>& element)
{
    return (Element::parse(element).value() + crypto::base_times(Scalar::of(1))).bytes();
}

/// s + l: the same scalar in another spelling
ByteArray<32> plus_order(ByteArray<32> scalar)
{
    const ByteArray<32> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                              0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += scalar[i] + order[i];
        scalar[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    return scalar;
}

}  // namespace

TEST_CASE("a mix holds, and its ballots are those that went in, in another order and under other bytes")
{
    SeededRandom random(1);
    const Scalar secret = Scalar::random(random);
    for (const auto& [ballots, blocks] : {std::pair{2U, 1U}, {3U, 1U}, {5U, 2U}, {40U, 1U}, {70U, 3U}}) {
        CAPTURE(ballots, blocks);
        const AMix mix(ballots, blocks, crypto::base_times(secret), random);
        CHECK(wrong_with(mix, random) == "");
        auto in = mix.sealed;
        auto out = opened(mix, secret);
        if (ballots > 5) CHECK(in != out);
        if (blocks > 1) continue;  // whole ballots are moved, below
        std::sort(in.begin(), in.end());
        std::sort(out.begin(), out.end());
        CHECK(in == out);
    }
}

TEST_CASE("the blocks of a ballot stay together in a mix")
{
    SeededRandom random(2);
    const Scalar secret = Scalar::random(random);
    const AMix mix(30, 2, crypto::base_times(secret), random);
    const auto out = opened(mix, secret);
    for (std::size_t i = 0; i < out.size(); i += 2) {
        const auto at = std::find(mix.sealed.begin(), mix.sealed.end(), out[i]) - mix.sealed.begin();
        REQUIRE(at % 2 == 0);
        CHECK(mix.sealed.at(static_cast<std::size_t>(at) + 1) == out[i + 1]);
    }
}

TEST_CASE("no order survives a mix")
{
    SeededRandom random(3);
    const Scalar secret = Scalar::random(random);
    // Where the first ballot comes out, over many mixes of four: each place about as often.
    std::vector<int> places(4);
    for (int i = 0; i < 400; ++i) {
        const AMix mix(4, 1, crypto::base_times(secret), random);
        const auto out = opened(mix, secret);
        ++places[static_cast<std::size_t>(std::find(out.begin(), out.end(), mix.sealed[0]) - out.begin())];
    }
    for (const int place : places) {
        CHECK(place > 60);
        CHECK(place < 140);
    }
}

TEST_CASE("fewer than two ballots, half a ballot and what is no ciphertext are not mixed")
{
    SeededRandom random(4);
    AMix mix(3, 1, crypto::base_times(Scalar::random(random)), random);
    const auto refused = [&](const Encodings& input) { return proof::shuffle(mix.place, input, random, nobody_waits).error().code; };
    CHECK(refused({}) == Errc::refused);
    CHECK(refused({mix.input.begin(), mix.input.begin() + 2}) == Errc::refused);
    CHECK(refused({mix.input.begin(), mix.input.begin() + 5}) == Errc::refused);
    mix.input[3] = {};
    CHECK(refused(mix.input) == Errc::malformed);
}

TEST_CASE("every array and number of a mix's proof that is changed is found out, alike by both ways of checking")
{
    SeededRandom random(5);
    const AMix good(4, 2, crypto::base_times(Scalar::random(random)), random);
    const auto doctored = [&](const auto& change) {
        AMix mix = good;
        change(mix);
        return wrong_with(mix, random);
    };
    const auto check_elements = [&](const std::string& name, const auto& pick) {
        CAPTURE(name);
        CHECK(doctored([&](AMix& mix) { pick(mix) = plus_base(pick(mix)); }) != "");
        CHECK(doctored([&](AMix& mix) { pick(mix) = {}; }).find(name) == 0);                 // the identity
        CHECK(doctored([&](AMix& mix) { pick(mix)[31] |= 0x80; }).find(name) == 0);          // bit 255
        CHECK(doctored([&](AMix& mix) { pick(mix)[0] ^= 1; }).find(name) == 0);              // negative, so no encoding
    };
    const auto check_scalar = [&](const std::string& name, const auto& pick) {
        CAPTURE(name);
        CHECK(doctored([&](AMix& mix) { pick(mix) = plus_one(pick(mix)); }).find("does not hold") != std::string::npos);
        CHECK(doctored([&](AMix& mix) { pick(mix) = plus_order(pick(mix)); }).find("not reduced") != std::string::npos);
    };
    const auto check_array = [&](const std::string& name, const auto& pick) {
        CAPTURE(name);
        CHECK(doctored([&](AMix& mix) { pick(mix).pop_back(); }).find(name) == 0);
        CHECK(doctored([&](AMix& mix) { pick(mix).push_back(pick(mix).front()); }).find(name) == 0);
        CHECK(doctored([&](AMix& mix) { std::swap(pick(mix)[0], pick(mix)[1]); }) != "");
        CHECK(doctored([&](AMix& mix) { pick(mix)[1] = pick(mix)[0]; }) != "");
    };
    check_elements("e", [](AMix& mix) -> auto& { return mix.input[3]; });
    check_elements("e'", [](AMix& mix) -> auto& { return mix.output[5]; });
    check_elements("c", [](AMix& mix) -> auto& { return mix.proof.commitments[1]; });
    check_elements("ĉ", [](AMix& mix) -> auto& { return mix.proof.chain[0]; });
    check_elements("ĉ", [](AMix& mix) -> auto& { return mix.proof.chain[3]; });
    check_elements("t̂", [](AMix& mix) -> auto& { return mix.proof.chain_t[2]; });
    check_elements("t₁", [](AMix& mix) -> auto& { return mix.proof.t1; });
    check_elements("t₁ t₂", [](AMix& mix) -> auto& { return mix.proof.t2; });
    check_elements("t₁ t₂ t₃", [](AMix& mix) -> auto& { return mix.proof.t3; });
    for (std::size_t block : {0U, 1U})
        for (std::size_t half : {0U, 1U}) check_elements("t₄", [=](AMix& mix) -> auto& { return mix.proof.t4[block][half]; });
    check_scalar("s₁", [](AMix& mix) -> auto& { return mix.proof.s1; });
    check_scalar("s₂", [](AMix& mix) -> auto& { return mix.proof.s2; });
    check_scalar("s₃", [](AMix& mix) -> auto& { return mix.proof.s3; });
    check_scalar("s₄", [](AMix& mix) -> auto& { return mix.proof.s4[0]; });
    check_scalar("s₄", [](AMix& mix) -> auto& { return mix.proof.s4[1]; });
    check_scalar("ŝ", [](AMix& mix) -> auto& { return mix.proof.chain_s[0]; });
    check_scalar("ŝ", [](AMix& mix) -> auto& { return mix.proof.chain_s[3]; });
    check_scalar("s'", [](AMix& mix) -> auto& { return mix.proof.order_s[2]; });
    check_array("e'", [](AMix& mix) -> auto& { return mix.output; });
    check_array("c", [](AMix& mix) -> auto& { return mix.proof.commitments; });
    check_array("ĉ", [](AMix& mix) -> auto& { return mix.proof.chain; });
    check_array("t̂", [](AMix& mix) -> auto& { return mix.proof.chain_t; });
    check_array("ŝ", [](AMix& mix) -> auto& { return mix.proof.chain_s; });
    check_array("s'", [](AMix& mix) -> auto& { return mix.proof.order_s; });
    check_array("s₄", [](AMix& mix) -> auto& { return mix.proof.s4; });
    check_array("t₄", [](AMix& mix) -> auto& { return mix.proof.t4; });
}

TEST_CASE("a mix holds in its own place alone")
{
    SeededRandom random(6);
    const AMix good(3, 1, crypto::base_times(Scalar::random(random)), random);
    const auto moved = [&](const auto& change) {
        AMix mix = good;
        change(mix.place);
        return wrong_with(mix, random);
    };
    CHECK(moved([](proof::MixPlace& place) { place.election[0] ^= 1; }) != "");
    CHECK(moved([](proof::MixPlace& place) { ++place.round; }) != "");
    CHECK(moved([](proof::MixPlace& place) { ++place.mixer; }) != "");
    CHECK(moved([](proof::MixPlace& place) { place.key = crypto::base_times(Scalar::of(3)); }) != "");
    CHECK(moved([](proof::MixPlace& place) { place.blocks = 3; }) != "");
}

TEST_CASE("a ballot that went in and one that came out cannot change places with others, nor stay as they were")
{
    SeededRandom random(7);
    const AMix good(4, 1, crypto::base_times(Scalar::random(random)), random);
    AMix mix = good;
    std::copy_n(good.output.begin(), 2, mix.output.begin() + 2);  // one doubled, another dropped
    CHECK(wrong_with(mix, random) != "");
    mix = good;
    std::copy_n(good.input.begin(), 2, mix.output.begin() + 2);
    CHECK(wrong_with(mix, random) == "e': a ciphertext came out as it went in");
    mix = good;
    std::swap(mix.input[0], mix.input[2]);
    std::swap(mix.input[1], mix.input[3]);
    CHECK(wrong_with(mix, random) != "");
    mix = good;
    std::swap(mix.input, mix.output);
    CHECK(wrong_with(mix, random) != "");
}
