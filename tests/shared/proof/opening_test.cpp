#include <algorithm>

#include "shared/crypto/threshold.hpp"
#include "tests/shared/proof/an_urn.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;
using crypto::Element;
using crypto::Scalar;

namespace {

struct AnOpening {
    proof::OpeningPlace place;
    proof::Encodings ciphertexts;
    proof::Opening opening;
};

AnOpening an_opening(const AMix& mix, const ASharedKey& key, std::uint64_t trustee, SeededRandom& random)
{
    const proof::OpeningPlace place{mix.place.election, mix.place.round, trustee, key.trustees.public_share(trustee)};
    return {place, mix.output, proof::open_in_part(place, mix.output, key.shares[trustee - 1], random, nobody_waits).value()};
}

std::string wrong_with(const AnOpening& it)
{
    const auto plainly = verify::check_opening_plainly(it.place, it.ciphertexts, it.opening);
    const auto together = verify::check_opening(it.place, it.ciphertexts, it.opening, nobody_waits);
    const std::string said = plainly ? "" : plainly.error().text();
    CHECK((together ? "" : together.error().text()) == said);
    return said;
}

}  // namespace

TEST_CASE("any three of five trustees open what was sealed, or the only one, and their parts hold")
{
    SeededRandom random(1);
    const ASharedKey key(3, 5, random);
    const AMix mix(4, 2, key.key(), random);
    auto sealed = mix.sealed;
    std::sort(sealed.begin(), sealed.end());
    std::vector<AnOpening> all;
    for (std::uint64_t trustee = 1; trustee <= 5; ++trustee) {
        all.push_back(an_opening(mix, key, trustee, random));
        CHECK(wrong_with(all.back()) == "");
    }
    for (std::size_t a = 0; a < 5; ++a)
        for (std::size_t b = a + 1; b < 5; ++b)
            for (std::size_t c = b + 1; c < 5; ++c) {
                const std::vector<verify::CheckedPart> parts{{c + 1, &all[c].opening.parts}, {a + 1, &all[a].opening.parts}, {b + 1, &all[b].opening.parts}};
                auto opened = verify::open_together(mix.output, parts, nobody_waits).value();
                std::sort(opened.begin(), opened.end());
                CHECK(opened == sealed);
            }
    const ASharedKey whole(1, 1, random);
    const AMix its_own(4, 2, whole.key(), random);
    auto ballots = its_own.sealed;
    std::sort(ballots.begin(), ballots.end());
    const AnOpening alone = an_opening(its_own, whole, 1, random);
    const verify::CheckedPart part{1, &alone.opening.parts};
    auto by_one = verify::open_together(its_own.output, {&part, 1}, nobody_waits).value();
    std::sort(by_one.begin(), by_one.end());
    CHECK(by_one == ballots);
    // Two are too few: what they get is no ballot.
    const std::vector<verify::CheckedPart> two{{1, &all[0].opening.parts}, {2, &all[1].opening.parts}};
    const auto opened = verify::open_together(mix.output, two, nobody_waits);
    for (const Element& element : opened.value()) CHECK_FALSE(std::binary_search(sealed.begin(), sealed.end(), element));
}

TEST_CASE("a key of one trustee is an ordinary key")
{
    SeededRandom random(2);
    const ASharedKey key(1, 1, random);
    CHECK(key.key() == crypto::base_times(key.shares[0]));
    CHECK(key.trustees.public_share(1) == key.key());
    CHECK(crypto::lagrange(std::vector<std::uint64_t>{1}, 1) == Scalar::of(1));
}

TEST_CASE("whatever is changed in an opening is found out, alike by both ways of checking")
{
    SeededRandom random(3);
    const ASharedKey key(2, 3, random);
    const AMix mix(3, 1, key.key(), random);
    const AnOpening good = an_opening(mix, key, 2, random);
    const auto doctored = [&](const auto& change) {
        AnOpening it = good;
        change(it);
        return wrong_with(it);
    };
    const Element base = crypto::base_times(Scalar::of(1));
    const auto plus_base = [&](const ByteArray<32>& element) { return (Element::parse(element).value() + base).bytes(); };
    CHECK(doctored([&](AnOpening& it) { it.opening.parts[1] = plus_base(it.opening.parts[1]); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.parts[1] = {}; }) == "D: element 1 is not valid");
    CHECK(doctored([&](AnOpening& it) { it.opening.parts[1][31] |= 0x80; }) == "D: element 1 is not valid");
    CHECK(doctored([&](AnOpening& it) { std::swap(it.opening.parts[0], it.opening.parts[1]); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.parts.pop_back(); }) == "D: its length is not the number of ciphertexts");
    CHECK(doctored([&](AnOpening& it) { it.opening.parts.push_back(it.opening.parts[0]); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.t1 = plus_base(it.opening.t1); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.t1 = {}; }) == "T₁: the element is not valid");
    CHECK(doctored([&](AnOpening& it) { it.opening.t2 = plus_base(it.opening.t2); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.t2[31] |= 0x80; }) == "T₂: the element is not valid");
    CHECK(doctored([&](AnOpening& it) { it.opening.s = (Scalar::parse(it.opening.s).value() + Scalar::of(1)).bytes(); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.opening.s.fill(0xff); }) == "s: the scalar is not reduced");
    CHECK(doctored([&](AnOpening& it) { it.ciphertexts[2] = plus_base(it.ciphertexts[2]); }) != "");
    CHECK(doctored([&](AnOpening& it) { it.ciphertexts[2] = {}; }) == "C₁: element 1 is not valid");
    CHECK(doctored([&](AnOpening& it) { it.place.election[3] ^= 4; }) != "");
    CHECK(doctored([&](AnOpening& it) { ++it.place.round; }) != "");
    CHECK(doctored([&](AnOpening& it) { ++it.place.trustee; }) != "");
    CHECK(doctored([&](AnOpening& it) { it.place.public_share = key.trustees.public_share(1); }) != "");
}

TEST_CASE("a trustee who opens with another share than its own is found out")
{
    SeededRandom random(4);
    const ASharedKey key(2, 3, random);
    const AMix mix(3, 1, key.key(), random);
    AnOpening it = an_opening(mix, key, 1, random);
    it.opening = proof::open_in_part(it.place, mix.output, key.shares[1], random, nobody_waits).value();
    CHECK(wrong_with(it) == "s for K: the equation does not hold");
}
