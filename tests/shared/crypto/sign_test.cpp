#include "shared/crypto/sign.hpp"

#include "shared/crypto/hash.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::Signer;
using crypto::verify;
using test::hex;
using test::hex_array;

TEST_CASE("signatures are those of RFC 8032")
{
    struct Vector {
        const char* seed;
        const char* key;
        const char* message;
        const char* signature;
    };
    // RFC 8032 section 7.1, tests 1 to 3
    const Vector table[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"}};
    for (const auto& [seed, key, message, signature] : table) {
        const Signer signer = Signer::from_seed(hex(seed)).value();
        CHECK(to_hex(signer.public_key()) == key);
        CHECK(to_hex(signer.sign(hex(message))) == signature);
        CHECK(verify(signer.public_key(), hex(message), hex_array<64>(signature)));
        CHECK(to_hex(signer.seed().span()) == seed);
    }
}

TEST_CASE("a signature holds for its own key and message alone")
{
    test::SeededRandom random(2);
    const Signer signer = Signer::generate(random);
    const Signer other = Signer::generate(random);
    const auto signature = signer.sign(bytes_of("message"));
    CHECK(verify(signer.public_key(), bytes_of("message"), signature));
    CHECK_FALSE(verify(other.public_key(), bytes_of("message"), signature));
    CHECK_FALSE(verify(signer.public_key(), bytes_of("massage"), signature));
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        auto altered = signature;
        altered[bit / 8] = static_cast<std::uint8_t>(altered[bit / 8] ^ 1U << bit % 8);
        CHECK_FALSE(verify(signer.public_key(), bytes_of("message"), altered));
    }
}

TEST_CASE("a signature cannot be given a second form, nor a key of small order sign everything")
{
    test::SeededRandom random(3);
    const Signer signer = Signer::generate(random);
    auto signature = signer.sign(bytes_of("message"));
    // s + l holds in the equation, and must be refused (RFC 8032 section 5.1.7)
    const auto order = hex_array<32>("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += static_cast<unsigned>(signature[32 + i]) + order[i];
        signature[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    CHECK_FALSE(verify(signer.public_key(), bytes_of("message"), signature));

    crypto::PublicKey neutral{};
    neutral[0] = 1;
    crypto::Signature everything{};
    everything[0] = 1;
    CHECK_FALSE(verify(neutral, bytes_of("message"), everything));
}

TEST_CASE("a key is named by the first half of its SHA-256")
{
    test::SeededRandom random(4);
    const Signer signer = Signer::generate(random);
    const auto digest = crypto::sha256(signer.public_key());
    const crypto::KeyId id = signer.id();
    CHECK(std::equal(id.begin(), id.end(), digest.begin()));
}

TEST_CASE("a seed of another size is refused")
{
    CHECK(test::fails_as(Signer::from_seed(Bytes(31)), Errc::malformed));
    CHECK(test::fails_as(Signer::from_seed(Bytes(33)), Errc::malformed));
}
