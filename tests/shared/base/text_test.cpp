#include "shared/base/text.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("only UTF-8 of Unicode's own shape passes")
{
    for (const char* text : {"", "a", "é", "€", "𝄞", "\x7f", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbf"}) {
        CAPTURE(text);
        CHECK(is_utf8(text));
    }
    CHECK(is_utf8(std::string_view("\0", 1)));
    // Alone, cut, overlong, a surrogate, beyond U+10FFFF, bytes that never occur (Unicode 15 table 3-7)
    for (const char* text : {"\x80", "\xbf", "\xc3", "\xe2\x82", "\xf0\x9d\x84", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80",
                             "\xed\xa0\x80", "\xed\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xfe", "\xff", "a\xc3z"}) {
        CAPTURE(text);
        CHECK_FALSE(is_utf8(text));
    }
}

TEST_CASE("a plain line shows all that is in it, and what does not becomes a sign that something was there")
{
    for (const char* text : {"", "Éghezée", "<b>'\"", "水", "🗳", " a "}) {
        CAPTURE(text);
        CHECK(is_plain_line(text));
        CHECK(as_plain_line(text) == text);
    }
    // Controls, line ends, what turns the direction, what has no width, and what is no character.
    for (const char* text : {"a\nb", "a\rb", "a\tb", "a\x1b[2J", "a\x7f", "a\xC2\x85",
                             "\xE2\x80\xAE"
                             "gnp.exe",
                             "a\xE2\x80\xA8", "a\xE2\x80\x8B", "\xEF\xBB\xBF", "\xff", "\xC0\xAE", "\xED\xA0\x80"}) {
        CAPTURE(text);
        CHECK_FALSE(is_plain_line(text));
        CHECK(is_plain_line(as_plain_line(text)));
    }
    CHECK(as_plain_line(std::string_view("a\0b", 3)) ==
          "a\xEF\xBF\xBD"
          "b");
}

TEST_CASE("the beginning of a text ends between two characters")
{
    CHECK(beginning_of("abc", 3) == "abc");
    CHECK(beginning_of("abc", 2) == "ab");
    CHECK(beginning_of("aé", 2) == "a");
    CHECK(beginning_of("€€", 5) == "€");
    CHECK(beginning_of("€", 2).empty());
    CHECK(beginning_of("", 0).empty());
}

TEST_CASE("blanks go at both ends and stay inside")
{
    CHECK(trimmed("  a b\t\r\n") == "a b");
    CHECK(trimmed(" \t\r\n").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("a") == "a");
}

TEST_CASE("upper case touches A to Z alone, so that no locale can change a code")
{
    CHECK(ascii_upper("azAZ09-é{`") == "AZAZ09-é{`");
}

TEST_CASE("a fingerprint stands in groups of eight")
{
    CHECK(in_groups("833b304c40c63b67") == "833b304c 40c63b67");
    CHECK(in_groups("833b304c4") == "833b304c 4");
    CHECK(in_groups("").empty());
}
