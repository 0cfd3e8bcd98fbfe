#include "shared/crypto/secret.hpp"

#include <type_traits>

#include "tests/support/catch.hpp"

using namespace isoloir;
using crypto::SecretBytes;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>, "a secret is not copied by accident");
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);

TEST_CASE("a secret holds what was put in, and starts as zeros")
{
    const Bytes source{1, 2, 3};
    const SecretBytes secret(source);
    CHECK(crypto::equal_secrets(secret.span(), source));
    CHECK(crypto::equal_secrets(SecretBytes(3).span(), Bytes(3)));
    CHECK(crypto::equal_secrets(secret.clone().span(), source));
    CHECK(SecretBytes(std::size_t{0}).empty());
}

TEST_CASE("a secret that was moved away leaves an empty one behind")
{
    SecretBytes source(Bytes{1, 2, 3});
    const std::uint8_t* memory = source.data();
    SecretBytes target(std::move(source));
    CHECK(target.data() == memory);
    CHECK(target.size() == 3);
    CHECK(source.empty());  // NOLINT(bugprone-use-after-move): this is the promise
    CHECK(source.span().empty());

    SecretBytes other(Bytes{9});
    other = std::move(target);
    CHECK(other.size() == 3);
    CHECK(target.empty());  // NOLINT(bugprone-use-after-move)
}

TEST_CASE("secrets are equal when length and bytes are")
{
    CHECK(crypto::equal_secrets({}, {}));
    CHECK(crypto::equal_secrets(Bytes{1, 2}, Bytes{1, 2}));
    CHECK_FALSE(crypto::equal_secrets(Bytes{1, 2}, Bytes{1, 3}));
    CHECK_FALSE(crypto::equal_secrets(Bytes{1, 2}, Bytes{1}));
}

TEST_CASE("wiping leaves nothing, also of what was typed and deleted again")
{
    ByteArray<4> bytes{1, 2, 3, 4};
    crypto::wipe(bytes);
    CHECK(bytes == ByteArray<4>{});

    std::string text = "85073003328 and more than fits in a short string";
    text.resize(4);
    const char* memory = text.data();
    const std::size_t room = text.capacity();
    crypto::wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == memory);
    CHECK(std::string(memory, room) == std::string(room, '\0'));
}
