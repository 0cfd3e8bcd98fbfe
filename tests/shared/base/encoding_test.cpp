#include "shared/base/encoding.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("base64 is that of RFC 4648")
{
    // RFC 4648 section 10
    const std::pair<const char*, const char*> table[] = {
        {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, encoded] : table) {
        CAPTURE(plain);
        CHECK(to_base64(bytes_of(plain)) == encoded);
        std::string bare = encoded;
        bare.erase(bare.find_last_not_of('=') + 1);
        CHECK(to_base64url(bytes_of(plain)) == bare);
    }
    CHECK(to_base64url(Bytes{0xfb, 0xff, 0xbf}) == "-_-_");
    CHECK(to_base64(Bytes{0xfb, 0xff, 0xbf}) == "+/+/");
}

TEST_CASE("one value has one base64url text: padding, stray bits and other alphabets are refused")
{
    for (const char* text : {"Zg==", "Zg=", "Zm8=", "Z", "Zm9vY", "Zh", "Zm9", "+/+/", "Zm 9v", "Zm9v\n", " Zm9v", "Zm9v.", "Zm9v=", "=", "é"}) {
        CAPTURE(text);
        CHECK_FALSE(from_base64url(text));
    }
    CHECK_FALSE(from_base64url(std::string_view("Zm9v\0", 5)));
    CHECK_FALSE(from_base64url(std::string_view("Zm\0v", 4)));
    CHECK(from_base64url("Zg"));
}

TEST_CASE("no byte outside the alphabet passes at any place, above all none above 0x7f, which libsodium 1.0.18 takes for a sign")
{
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for (int byte = 0; byte < 256; ++byte)
        for (std::size_t place = 0; place < 4; ++place) {
            CAPTURE(byte, place);
            std::string text = "AAAA";
            text[place] = static_cast<char>(byte);
            CHECK(from_base64url(text).has_value() == ((letters + "-_").find(text[place]) != std::string::npos));
            CHECK(from_base64(text).has_value() == ((letters + "+/").find(text[place]) != std::string::npos || (byte == '=' && place == 3)));
            if (place < 2) CHECK(from_hex(text.substr(0, 2)).has_value() == (std::string("0123456789abcdefABCDEF").find(text[place]) != std::string::npos));
        }
}

TEST_CASE("bytes read back from base64url and hexadecimal, and no other text gives the same bytes")
{
    CHECK(rc::check([](const Bytes& bytes) {
        const std::string text = to_base64url(bytes);
        RC_ASSERT(from_base64url(text).value() == bytes);
        RC_ASSERT(from_base64(to_base64(bytes)).value() == bytes);
        RC_ASSERT(from_hex(to_hex(bytes)).value() == bytes);
        RC_PRE(!text.empty());
        std::string other = text;
        other[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::character<char>();
        const auto read = from_base64url(other);
        RC_ASSERT(other == text || !read || *read != bytes);
    }));
}

TEST_CASE("hexadecimal of odd length or with other signs is refused")
{
    for (const char* text : {"0", "000", "0g", "0x00", "00 0", "00:0"}) {
        CAPTURE(text);
        CHECK_FALSE(from_hex(text));
    }
}

TEST_CASE("a value of fixed size has exactly that size")
{
    CHECK(array_from_base64url<3>("Zm9v"));
    CHECK_FALSE(array_from_base64url<4>("Zm9v"));
    CHECK_FALSE(array_from_base64url<2>("Zm9v"));
    CHECK_FALSE(array_from_base64url<3>("Zm9 "));
}
