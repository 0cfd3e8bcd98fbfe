#include "shared/base/crockford.hpp"

#include "tests/support/catch.hpp"

using isoloir::to_crockford;

TEST_CASE("eighty bits are sixteen symbols without look-alikes, in groups of four, the first bits first")
{
    CHECK(to_crockford({}) == "0000-0000-0000-0000");
    CHECK(to_crockford({255, 255, 255, 255, 255, 255, 255, 255, 255, 255}) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    CHECK(to_crockford({0x08, 0, 0, 0, 0, 0, 0, 0, 0, 1}) == "1000-0000-0000-0001");
    // 5 bits each: 0 1 2 … 15, then 16 … 31.
    CHECK(to_crockford({0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf}) == "0123-4567-89AB-CDEF");
    CHECK(to_crockford({0x84, 0x65, 0x3a, 0x56, 0xd7, 0xc6, 0x75, 0xbe, 0x77, 0xdf}) == "GHJK-MNPQ-RSTV-WXYZ");
}
