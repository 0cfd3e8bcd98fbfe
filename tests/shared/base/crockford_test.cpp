#include "shared/base/crockford.hpp"

#include "tests/support/catch.hpp"

using isoloir::from_crockford;
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

TEST_CASE("what people type comes back as the same bits")
{
    const isoloir::ByteArray<10> bytes{0x84, 0x65, 0x3a, 0x56, 0xd7, 0xc6, 0x75, 0xbe, 0x77, 0xdf};
    CHECK(from_crockford("GHJK-MNPQ-RSTV-WXYZ") == bytes);
    CHECK(from_crockford("ghjk mnpq rstvwxyz") == bytes);
    CHECK(from_crockford("OoIi-LlL1-0000-0000") == from_crockford("0011-1111-0000-0000"));
    for (const char* wrong : {"", "GHJK-MNPQ-RSTV-WXY", "GHJK-MNPQ-RSTV-WXYZ0", "GHJK-MNPQ-RSTV-WXYU", "GHJK_MNPQ_RSTV_WXYZ", "é"})
        CHECK_FALSE(from_crockford(wrong));
}
