// Mixes and openings that were made apart from this program (tests/vectors), checked by it.

#include <algorithm>

#include "shared/proof/generators.hpp"
#include "tests/shared/proof/an_urn.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using namespace isoloir::test;
using json = nlohmann::json;
using proof::Encodings;

namespace {

ByteArray<32> bytes(const json& hex)
{
    return hex_array<32>(hex.get<std::string>());
}

Encodings encodings(const json& hexes)
{
    Encodings all;
    for (const json& hex : hexes) all.push_back(bytes(hex));
    return all;
}

crypto::Element element(const json& hex)
{
    return crypto::Element::parse(bytes(hex)).value();
}

proof::MixProof proof_of(const json& vector)
{
    proof::MixProof proof;
    proof.commitments = encodings(vector["commitments"]);
    proof.chain = encodings(vector["chain"]);
    proof.chain_t = encodings(vector["chain_t"]);
    proof.chain_s = encodings(vector["chain_s"]);
    proof.order_s = encodings(vector["order_s"]);
    proof.t1 = bytes(vector["t"][0]);
    proof.t2 = bytes(vector["t"][1]);
    proof.t3 = bytes(vector["t"][2]);
    for (const json& pair : vector["t4"]) proof.t4.push_back({bytes(pair[0]), bytes(pair[1])});
    proof.s1 = bytes(vector["s"][0]);
    proof.s2 = bytes(vector["s"][1]);
    proof.s3 = bytes(vector["s"][2]);
    proof.s4 = encodings(vector["s4"]);
    return proof;
}

std::vector<ByteArray<32>> opened(const Encodings& ciphertexts, const crypto::Scalar& secret)
{
    std::vector<ByteArray<32>> elements;
    for (std::size_t i = 0; i < ciphertexts.size(); i += 2)
        elements.push_back((crypto::Element::parse(ciphertexts[i + 1]).value() - secret * crypto::Element::parse(ciphertexts[i]).value()).bytes());
    std::sort(elements.begin(), elements.end());
    return elements;
}

}  // namespace

TEST_CASE("generators are those that another program made")
{
    const json file = read_vectors("generators.json");
    REQUIRE(file["elections"].size() == 2);
    for (const json& vector : file["elections"]) {
        const proof::Generators generators(bytes(vector["election"]));
        for (const json& one : vector["generators"]) {
            CAPTURE(one["index"].get<std::uint64_t>());
            CHECK(generators[one["index"]].element() == element(one["element"]));
        }
    }
}

TEST_CASE("a mix that another program made and proved is taken by both ways of checking, and moves what was sealed")
{
    SeededRandom random(1);
    const json file = read_vectors("mix.json");
    REQUIRE(file["mixes"].size() == 6);
    for (const json& vector : file["mixes"]) {
        CAPTURE(vector["meaning"].get<std::string>());
        const proof::MixPlace place{bytes(vector["election"]), vector["round"], vector["mixer"], element(vector["key"]), vector["blocks"]};
        const Encodings input = encodings(vector["input"]);
        const Encodings output = encodings(vector["output"]);
        proof::MixProof proof = proof_of(vector);
        const auto plainly = verify::check_mix_plainly({place, input, output, proof});
        CHECK((plainly ? "" : plainly.error().text()) == "");
        CHECK(verify::check_mix({place, input, output, proof}, random, nobody_waits));
        const auto secret = crypto::Scalar::parse(bytes(vector["election_secret"])).value();
        CHECK(opened(input, secret) == opened(output, secret));
        std::swap(proof.order_s[0], proof.order_s[1]);
        CHECK_FALSE(verify::check_mix({place, input, output, proof}, random, nobody_waits));
    }
}

TEST_CASE("what trustees opened with another program is taken by both ways of checking, and any three of five open the same")
{
    const json vector = read_vectors("opening.json");
    std::vector<crypto::Commitments> commitments;
    for (const json& polynomial : vector["polynomials"]) {
        crypto::Commitments& mine = commitments.emplace_back();
        for (const json& hex : polynomial) mine.push_back(element(hex));
    }
    CHECK(crypto::common_key(commitments) == element(vector["key"]));
    const Encodings ciphertexts = encodings(vector["ciphertexts"]);
    std::vector<Encodings> parts;
    for (const json& opening : vector["openings"]) {
        const std::uint64_t trustee = opening["trustee"];
        CAPTURE(trustee);
        const proof::OpeningPlace place{bytes(vector["election"]), vector["round"], trustee, crypto::public_share(commitments, trustee)};
        CHECK(place.public_share == element(opening["public_share"]));
        parts.push_back(encodings(opening["parts"]));
        const proof::Opening made{parts.back(), bytes(opening["t1"]), bytes(opening["t2"]), bytes(opening["s"])};
        CHECK(verify::check_opening_plainly(place, ciphertexts, made));
        CHECK(verify::check_opening(place, ciphertexts, made, nobody_waits));
    }
    for (const auto& three : {std::array{1U, 2U, 3U}, {1U, 3U, 5U}, {5U, 2U, 4U}}) {
        std::vector<verify::CheckedPart> some;
        for (const unsigned trustee : three) some.push_back({trustee, &parts.at(trustee - 1)});
        const auto elements = verify::open_together(ciphertexts, some, nobody_waits).value();
        REQUIRE(elements.size() == vector["opened"].size());
        for (std::size_t i = 0; i < elements.size(); ++i) CHECK(elements[i] == element(vector["opened"][i]));
    }
}
