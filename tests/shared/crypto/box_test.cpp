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

TEST_CASE("a box sealed with given randomness is one of libsodium's, and the same each time")
{
    test::SeededRandom random(8);
    const SecretBytes secret(random.bytes<32>());
    const Bytes plain{1, 2, 3};
    test::SeededRandom first(9);
    test::SeededRandom second(9);
    const Bytes sealed = seal_to_box(box_key(secret.span()), plain, first).value();
    CHECK(sealed == seal_to_box(box_key(secret.span()), plain, second).value());
    CHECK(sealed != seal_to_box(box_key(secret.span()), plain, second).value());
    CHECK(equal_secrets(open_box(secret.span(), sealed).value().span(), plain));
    CHECK(test::fails_as(open_box(random.bytes<32>(), sealed), Errc::forged));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes altered = sealed;
        altered[i] ^= 1;
        // X25519 does not look at the highest bit of a key, and the nonce hangs on all of it.
        CHECK_FALSE(open_box(secret.span(), altered));
    }
}

TEST_CASE("nothing is sealed to a key that is no key")
{
    test::SeededRandom random(10);
    for (const BoxKey& small : {BoxKey{}, BoxKey{1}}) {
        CHECK_FALSE(takes_boxes(small));
        CHECK(test::fails_as(seal_to_box(small, Bytes{1}, random), Errc::forged));
    }
    CHECK(takes_boxes(box_key(random.bytes<32>())));
    PublicKey neutral{};
    neutral[0] = 1;
    CHECK(test::fails_as(seal_to(neutral, Bytes{1}), Errc::forged));
    PublicKey ones;
    ones.fill(0xff);
    CHECK(test::fails_as(seal_to(ones, Bytes{1}), Errc::forged));
}
