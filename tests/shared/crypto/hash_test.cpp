#include "shared/crypto/hash.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::blake2b;
using crypto::sha256;
using test::hex;

TEST_CASE("SHA-256 is that of FIPS 180-4")
{
    // NIST example values
    CHECK(to_hex(sha256(bytes_of(""))) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256(bytes_of("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(sha256(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256({bytes_of("a"), bytes_of(""), bytes_of("bc")}) == sha256(bytes_of("abc")));
}

TEST_CASE("BLAKE2b-256 is that of RFC 7693, with and without a key")
{
    // Computed with Python: hashlib.blake2b(data, digest_size=32, key=key)
    CHECK(to_hex(blake2b({})) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(to_hex(blake2b({bytes_of("abc")})) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    Bytes key(32);
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
    CHECK(to_hex(blake2b({bytes_of("ab"), bytes_of("c")}, key)) == "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f");
    CHECK(blake2b({bytes_of("abc")}, key) != blake2b({bytes_of("abc")}));
}
