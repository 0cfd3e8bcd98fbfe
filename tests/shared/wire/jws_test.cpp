#include "shared/wire/jws.hpp"

#include <rapidcheck.h>

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;

namespace {

constexpr std::size_t kMax = 4096;
constexpr Kind kKinds[] = {Kind::package, Kind::roster,  Kind::record, Kind::receipt, Kind::enrolment, Kind::provision,
                           Kind::bundle,  Kind::trustee, Kind::mix,    Kind::opening, Kind::result};

crypto::Signer signer(std::uint8_t seed)
{
    test::SeededRandom random(seed);
    return crypto::Signer::generate(random);
}

/// A JWS with a header of our choice, honestly signed.
std::string with_header(const std::string& header, const crypto::Signer& by)
{
    const std::string input = to_base64url(bytes_of(header)) + "." + to_base64url(bytes_of("{}"));
    return input + "." + to_base64url(by.sign(bytes_of(input)));
}

std::string header(const std::string& algorithm, const std::string& kid, const std::string& type)
{
    return R"({"alg":")" + algorithm + R"(","kid":")" + kid + R"(","typ":")" + type + R"("})";
}

}  // namespace

TEST_CASE("an envelope opens under its signer's key, with any payload")
{
    const auto by = signer(1);
    CHECK(rc::check([&](const std::string& payload) {
        const std::string jws = sign_envelope(Kind::record, payload, by);
        RC_ASSERT(open_envelope(jws, Kind::record, jws.size(), by.public_key()).value() == payload);
    }));
}

TEST_CASE("an envelope of one kind is none of another")
{
    const auto by = signer(2);
    for (const Kind kind : kKinds)
        for (const Kind expected : kKinds) {
            const auto opened = open_envelope(sign_envelope(kind, "{}", by), expected, kMax, by.public_key());
            CHECK(opened.has_value() == (kind == expected));
            if (kind != expected) CHECK(test::fails_as(opened, Errc::refused));
        }
}

TEST_CASE("the header has one form: another algorithm, order, member or version is refused")
{
    const auto by = signer(3);
    const std::string kid = to_base64url(by.id());
    CHECK(open_envelope(with_header(header("EdDSA", kid, "isoloir/record+1"), by), Kind::record, kMax, by.public_key()));
    for (const std::string& other :
         {header("none", kid, "isoloir/record+1"), header("HS256", kid, "isoloir/record+1"), header("Ed25519", kid, "isoloir/record+1"),
          header("EdDSA", kid, "isoloir/record+2"), header("EdDSA", kid, "record"), header("EdDSA", kid, "isoloir/record+1 "),
          header("EdDSA", kid.substr(1), "isoloir/record+1"), header("EdDSA", kid + "A", "isoloir/record+1"), header("EdDSA", "", "isoloir/record+1"),
          R"({"kid":")" + kid + R"(","alg":"EdDSA","typ":"isoloir/record+1"})", R"({"alg":"EdDSA","kid":")" + kid + R"("})",
          R"({"alg":"EdDSA","alg":"none","kid":")" + kid + R"(","typ":"isoloir/record+1"})",
          R"({"alg":"EdDSA","kid":")" + kid + R"(","typ":"isoloir/record+1","crit":["b64"]})",
          R"({"alg":"EdDSA", "kid":")" + kid + R"(","typ":"isoloir/record+1"})", std::string("{}"), std::string()}) {
        CAPTURE(other);
        CHECK_FALSE(open_envelope(with_header(other, by), Kind::record, kMax, by.public_key()));
    }
}

TEST_CASE("another key's signature is refused, also under our key's name")
{
    const auto by = signer(4);
    const auto other = signer(5);
    CHECK(test::fails_as(open_envelope(sign_envelope(Kind::record, "{}", other), Kind::record, kMax, by.public_key()), Errc::forged));
    const auto in_our_name = with_header(header("EdDSA", to_base64url(by.id()), "isoloir/record+1"), other);
    CHECK(test::fails_as(open_envelope(in_our_name, Kind::record, kMax, by.public_key()), Errc::forged));
}

TEST_CASE("a text that is no envelope is refused, whatever its shape")
{
    const auto by = signer(6);
    const std::string jws = sign_envelope(Kind::record, "{}", by);
    const std::string two_parts = jws.substr(0, jws.rfind('.'));
    for (const std::string& text : {std::string(), std::string("."), std::string(".."), std::string("..."), two_parts, two_parts + ".", jws + ".",
                                    jws + ".AAAA", "." + jws, jws + "=", jws + "\n", " " + jws, std::string(jws).replace(jws.find('.'), 1, ",")}) {
        CAPTURE(text);
        CHECK_FALSE(open_envelope(text, Kind::record, kMax, by.public_key()));
    }
    for (std::size_t i = 0; i < jws.size(); ++i) CHECK_FALSE(open_envelope(std::string_view(jws).substr(0, i), Kind::record, kMax, by.public_key()));
}

TEST_CASE("an envelope one byte too large is refused before it is looked at")
{
    const auto by = signer(7);
    const std::string jws = sign_envelope(Kind::record, "{}", by);
    CHECK(split_envelope(jws, Kind::record, jws.size()));
    CHECK(test::fails_as(split_envelope(jws, Kind::record, jws.size() - 1), Errc::refused));
}
