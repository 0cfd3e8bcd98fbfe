#include "shared/crypto/box.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::crypto;

TEST_CASE("a wrapped secret opens with its passphrase alone, and not once altered")
{
    test::SeededRandom random(5);
    const SecretBytes secret(random.bytes<32>());
    const Bytes wrapped = wrap(secret, "une phrase assez longue", random);
    const auto opened = unwrap(wrapped, "une phrase assez longue");
    REQUIRE(opened);
    CHECK(equal_secrets(opened->span(), secret.span()));
    CHECK(test::fails_as(unwrap(wrapped, "une phrase assez longu"), Errc::forged));
    CHECK(test::fails_as(unwrap(wrapped, ""), Errc::forged));

    // One byte of salt, nonce, tag and box each: every attempt costs a whole Argon2id.
    for (const std::size_t place : {std::size_t{0}, std::size_t{16}, std::size_t{40}, wrapped.size() - 1}) {
        Bytes altered = wrapped;
        altered[place] ^= 1;
        CHECK(test::fails_as(unwrap(altered, "une phrase assez longue"), Errc::forged));
    }
    CHECK(test::fails_as(unwrap(ByteSpan(wrapped).first(wrapped.size() - 1), "une phrase assez longue"), Errc::forged));
    CHECK(test::fails_as(unwrap(ByteSpan(wrapped).first(55), "une phrase assez longue"), Errc::forged));
    CHECK(test::fails_as(unwrap({}, "une phrase assez longue"), Errc::forged));
}

TEST_CASE("one secret wrapped twice gives two different wrappings")
{
    test::SeededRandom random(6);
    const SecretBytes secret(random.bytes<32>());
    CHECK(wrap(secret, "phrase", random) != wrap(secret, "phrase", random));
}

TEST_CASE("a sealed box opens for its receiver alone, and not once altered")
{
    test::SeededRandom random(7);
    const Signer receiver = Signer::generate(random);
    const Signer other = Signer::generate(random);
    const Bytes plain{1, 2, 3};
    const Bytes sealed = seal_to(receiver.public_key(), plain).value();
    const auto opened = open_sealed(receiver, sealed);
    REQUIRE(opened);
    CHECK(equal_secrets(opened->span(), plain));
    CHECK(test::fails_as(open_sealed(other, sealed), Errc::forged));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes altered = sealed;
        altered[i] ^= 1;
        CHECK_FALSE(open_sealed(receiver, altered));
        CHECK_FALSE(open_sealed(receiver, ByteSpan(sealed).first(i)));
    }
    CHECK(open_sealed(receiver, seal_to(receiver.public_key(), {}).value()).value().empty());
}

TEST_CASE("nothing is sealed to a key that is no key")
{
    PublicKey neutral{};
    neutral[0] = 1;
    CHECK(test::fails_as(seal_to(neutral, Bytes{1}), Errc::forged));
    PublicKey ones;
    ones.fill(0xff);
    CHECK(test::fails_as(seal_to(ones, Bytes{1}), Errc::forged));
}
