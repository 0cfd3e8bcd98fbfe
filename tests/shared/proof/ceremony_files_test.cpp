#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/wire/jws.hpp"
#include "tests/shared/proof/a_ceremony.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using namespace isoloir::test;
using Json = nlohmann::ordered_json;

namespace {

std::string with(const std::string& text, const char* member, const Json& value)
{
    Json json = Json::parse(text);
    json[Json::json_pointer(member)] = value;
    return json.dump();
}

/// The known answers, made again from their own secrets.
Json known_answers()
{
    ACeremony it(3, 5, 7);
    const auto verdict = it.finished().verdict();
    Json json;
    json["source"] =
        "PROTOCOL.md 10: a key of three in five. Each trustee's secrets (signing seed, salt, secret key of the box, coefficients of its polynomial) were "
        "drawn once; the commit and the confirm follow from them, the reveal opens to them. Bytes are hexadecimal, messages as they are sent.";
    json["ceremony"] = it.text;
    for (std::uint64_t i = 1; i <= 5; ++i) {
        Json one;
        one["seed"] = to_hex(it.signers[i - 1].seed().span());
        one["salt"] = to_hex(it.part(i).bytes().span().first(32));
        one["box_secret"] = to_hex(it.part(i).bytes().span().subspan(32, 32));
        for (std::size_t k = 0; k < 3; ++k) one["coefficients"].push_back(to_hex(it.part(i).bytes().span().subspan(64 + 32 * k, 32)));
        one["commit"] = it.folder[i - 1].jws;
        one["reveal"] = it.folder[5 + i - 1].jws;
        one["confirm"] = it.folder[10 + i - 1].jws;
        one["share"] = to_hex(it.share(i).bytes());
        one["public_share"] = to_hex(verdict.key->public_share(i).bytes());
        json["trustees"].push_back(one);
    }
    json["transcript"] = to_hex(verdict.transcript());
    json["key"] = to_hex(verdict.key->key().bytes());
    json["trustees_json"] = proof::write_trustees(*verdict.key);
    return json;
}

}  // namespace

TEST_CASE("a ceremony of three in five gives the known answers")
{
    const std::string made = known_answers().dump(1) + "\n";
    CHECK(golden(ISOLOIR_SOURCE "/tests/vectors/ceremony.json", made) == made);
}

TEST_CASE("the known messages alone give the known key")
{
    const auto vectors = read_vectors("ceremony.json");
    const auto ceremony = proof::read_ceremony(vectors["ceremony"].get<std::string>()).value();
    std::vector<proof::Received> folder;
    for (const auto& trustee : vectors["trustees"])
        for (const char* round : {"commit", "reveal", "confirm"}) folder.push_back({round, trustee[round]});
    const auto verdict = proof::judge(ceremony, folder);
    REQUIRE(verdict.key);
    CHECK(to_hex(verdict.key->key().bytes()) == vectors["key"]);
    CHECK(proof::write_trustees(*verdict.key) == vectors["trustees_json"]);
}

TEST_CASE("a card opens under its own key alone")
{
    SeededRandom random(3);
    const auto anne = crypto::Signer::generate(random);
    const auto bart = crypto::Signer::generate(random);
    const std::string card = proof::sign_card("Anne", anne);
    CHECK(proof::open_card(card).value() == proof::Trustee{"Anne", anne.public_key()});
    for (std::size_t i = 0; i < card.size(); i += 7) {
        std::string altered = card;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        if (altered != card) CHECK_FALSE(proof::open_card(altered));
    }
    const std::string stolen = R"({"round":"card","name":"Bart","key":")" + to_base64url(anne.public_key()) + "\"}";
    CHECK(fails_as(proof::open_card(wire::sign_envelope(wire::Kind::trustee, stolen, bart)), Errc::forged));
    for (const std::string& name : {std::string(), std::string(" "), std::string("An\nne"), std::string("An\xE2\x80\xAEne"), std::string(101, 'a')})
        CHECK(fails_as(proof::open_card(proof::sign_card(name, anne)), Errc::malformed));
    ACeremony it(2, 3);
    CHECK_FALSE(proof::open_card(it.part(1).commit(it.seat(1))));
}

TEST_CASE("a ceremony has 1 to 32 trustees of different names and keys, and a threshold that they can reach")
{
    ACeremony it(2, 3);
    auto trustees = it.ceremony.trustees;
    CHECK(proof::read_ceremony(it.text).value().id == crypto::sha256(bytes_of(it.text)));
    CHECK(proof::convene(2, trustees, it.random).value() != it.text);  // another nonce
    CHECK(fails_as(proof::convene(0, trustees, it.random), Errc::refused));
    CHECK(fails_as(proof::convene(4, trustees, it.random), Errc::refused));
    CHECK(fails_as(proof::convene(1, {}, it.random), Errc::refused));
    trustees[2].name = "Anne";
    CHECK(fails_as(proof::convene(2, trustees, it.random), Errc::refused));
    trustees[2] = {"Chloé", trustees[0].key};
    CHECK(fails_as(proof::convene(2, trustees, it.random), Errc::refused));
    std::vector<proof::Trustee> crowd;
    for (std::uint8_t i = 0; i < 33; ++i) crowd.push_back({std::to_string(i), {i}});
    CHECK(fails_as(proof::convene(2, crowd, it.random), Errc::refused));
    crowd.pop_back();
    CHECK(proof::read_ceremony(proof::convene(32, crowd, it.random).value()).value().trustees == crowd);
}

TEST_CASE("a ceremony's file says what it should and nothing else")
{
    const ACeremony it(2, 3);
    for (const auto& [member, value] : std::vector<std::pair<const char*, Json>>{{"/threshold", 4},
                                                                                 {"/threshold", "2"},
                                                                                 {"/nonce", "AA"},
                                                                                 {"/trustees", Json::array()},
                                                                                 {"/trustees/0", "Anne"},
                                                                                 {"/trustees/0/key", "AA"},
                                                                                 {"/trustees/0/name", ""},
                                                                                 {"/trustees/0/more", 1},
                                                                                 {"/trustees/1/name", "Anne"},
                                                                                 {"/more", 1}}) {
        INFO(member << " " << value);
        CHECK_FALSE(proof::read_ceremony(with(it.text, member, value)));
    }
    CHECK(fails_as(proof::read_ceremony(it.text + std::string(proof::kMaxCeremonyBytes, ' ')), Errc::refused));
}

TEST_CASE("a trustees' key of another shape is refused")
{
    ACeremony it(2, 3);
    const std::string text = proof::write_trustees(*it.finished().verdict().key);
    const std::string element = to_base64url(crypto::base_times(crypto::Scalar::of(3)).bytes());
    for (const auto& [member, value] : std::vector<std::pair<const char*, Json>>{{"/threshold", 1},
                                                                                 {"/threshold", 4},
                                                                                 {"/transcript", "AA"},
                                                                                 {"/members", Json::array()},
                                                                                 {"/members/0/key", "AA"},
                                                                                 {"/members/1/name", "Anne"},
                                                                                 {"/members/0/more", 1},
                                                                                 {"/members/0/polynomial", Json::array({element})},
                                                                                 {"/members/0/polynomial/0", to_base64url(ByteArray<32>{})},
                                                                                 {"/members/0/polynomial/0", 1},
                                                                                 {"/more", 1}}) {
        INFO(member << " " << value);
        CHECK_FALSE(proof::read_trustees(with(text, member, value)));
    }
    // What the others gave, taken back.
    Json json = Json::parse(text);
    const auto given = proof::read_trustees(text).value();
    const auto none = crypto::Element() - given.members[1].polynomial[0] - given.members[2].polynomial[0];
    json["members"][0]["polynomial"][0] = to_base64url(none.bytes());
    CHECK(fails_as(proof::read_trustees(json.dump()), Errc::refused));
}
