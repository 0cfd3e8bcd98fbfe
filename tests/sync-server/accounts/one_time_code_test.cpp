#include "sync-server/accounts/one_time_code.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("one-time codes are those of RFC 6238's own table")
{
    // Appendix B, SHA-1: the last six of its eight digits.
    const crypto::SecretBytes key(bytes_of("12345678901234567890"));
    CHECK(accounts::one_time_code(key, 59 / 30) == "287082");
    CHECK(accounts::one_time_code(key, 1111111109 / 30) == "081804");
    CHECK(accounts::one_time_code(key, 1111111111 / 30) == "050471");
    CHECK(accounts::one_time_code(key, 1234567890 / 30) == "005924");
    CHECK(accounts::one_time_code(key, 2000000000 / 30) == "279037");
    CHECK(accounts::one_time_code(key, 20000000000 / 30) == "353130");
}

TEST_CASE("a code is good for its step and half a minute to either side, and never twice")
{
    const crypto::SecretBytes key(bytes_of("12345678901234567890"));
    const std::int64_t now = 1'111'111'111;
    const std::int64_t step = now / 30;
    for (const std::int64_t near : {-1, 0, 1}) CHECK(accounts::step_of_code(key, accounts::one_time_code(key, step + near), now, 0) == step + near);
    for (const std::int64_t far : {-2, 2}) CHECK_FALSE(accounts::step_of_code(key, accounts::one_time_code(key, step + far), now, 0));
    CHECK_FALSE(accounts::step_of_code(key, accounts::one_time_code(key, step), now, step));
    CHECK(accounts::step_of_code(key, accounts::one_time_code(key, step + 1), now, step) == step + 1);
    CHECK_FALSE(accounts::step_of_code(key, "", now, 0));
    CHECK_FALSE(accounts::step_of_code(key, "05047", now, 0));
}

TEST_CASE("base32 is that of RFC 4648's test vectors, without padding")
{
    CHECK(accounts::to_base32(bytes_of("")) == "");
    CHECK(accounts::to_base32(bytes_of("f")) == "MY");
    CHECK(accounts::to_base32(bytes_of("fo")) == "MZXQ");
    CHECK(accounts::to_base32(bytes_of("foo")) == "MZXW6");
    CHECK(accounts::to_base32(bytes_of("foob")) == "MZXW6YQ");
    CHECK(accounts::to_base32(bytes_of("fooba")) == "MZXW6YTB");
    CHECK(accounts::to_base32(bytes_of("foobar")) == "MZXW6YTBOI");
    CHECK(accounts::device_uri("anne@namur", crypto::SecretBytes(bytes_of("foobar"))) ==
          "otpauth://totp/Isoloir:anne@namur?secret=MZXW6YTBOI&issuer=Isoloir&algorithm=SHA1&digits=6&period=30");
}
