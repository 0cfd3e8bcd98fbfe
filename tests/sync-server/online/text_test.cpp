#include "sync-server/online/text.hpp"

#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::online;

namespace {

/// ASCII and a few others as UTF-16, with its mark.
std::string utf16(std::u16string_view text, bool big_endian)
{
    std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const auto high = static_cast<char>(unit >> 8);
        const auto low = static_cast<char>(unit & 0xFF);
        bytes += {big_endian ? high : low, big_endian ? low : high};
    }
    return bytes;
}

std::string with_nul(std::string text)
{
    for (char& c : text)
        if (c == '*') c = '\0';
    return text;
}

}  // namespace

TEST_CASE("the same text comes out of every encoding that spreadsheets write")
{
    const std::string text = "voter_id;projects\nété;p€\n";
    CHECK(*read_text(text) == text);
    CHECK(*read_text("\xEF\xBB\xBF" + text) == text);
    CHECK(*read_text("voter_id;projects\n\xE9t\xE9;p\x80\n") == text);
    for (const bool big_endian : {false, true}) CHECK(*read_text(utf16(u"voter_id;projects\nété;p€\n", big_endian)) == text);
    for (const bool big_endian : {false, true}) CHECK(*read_text(utf16(u"\U0001F5F3", big_endian)) == "\U0001F5F3");
    CHECK(read_text("")->empty());
    CHECK(read_text("\xEF\xBB\xBF")->empty());
    CHECK(read_text("\xFF\xFE")->empty());
}

TEST_CASE("every byte of Windows-1252 is the character that it stands for, and five stand for none")
{
    // The first line has a byte that is no UTF-8, so that the file is read as Windows-1252.
    CHECK(*read_text("\xE9\n\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9E\x9F\xA0\xFF") ==
          "é\n‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00A0ÿ");
    for (const char* nothing : {"\x81", "\x8D", "\x8F", "\x90", "\x9D"}) {
        const auto read = read_text(std::string("a\r\nb\rc") + nothing + "\n");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Errc::malformed);
        CHECK(read.error().where == "line 3");
    }
}

TEST_CASE("broken UTF-8 under a byte order mark, and broken UTF-16, are refused with the line")
{
    CHECK(read_text("\xEF\xBB\xBF"
                    "a\nb\n\xE9\n")
              .error()
              .where == "line 3");
    for (const bool big_endian : {false, true}) {
        std::u16string lone = u"a\nb!";
        for (const char16_t half : {u'\xD800', u'\xDC00'}) {
            lone.back() = half;
            CHECK(read_text(utf16(lone, big_endian)).error().where == "line 2");
            CHECK(read_text(utf16(lone + u"c", big_endian)).error().where == "line 2");
        }
        CHECK(read_text(utf16(u"ab", big_endian) + "c").error().code == Errc::malformed);
    }
    CHECK_FALSE(read_text("\xFF\xFE\n"));
}

TEST_CASE("a NUL refuses the file, as in UTF-16 or UTF-32 without a proper mark")
{
    CHECK(read_text(with_nul("a\nb*\n")).error().where == "line 2");
    CHECK_FALSE(read_text(with_nul("v*o*t*e*")));
    CHECK_FALSE(read_text(with_nul("\xFF\xFE**v***")));
    CHECK_FALSE(read_text(with_nul("\xE9*")));
}

TEST_CASE("lines end in LF, CRLF or CR, also mixed in one file, and each counts once")
{
    CHECK(*read_text("a\nb\r\nc\rd\r\re\n\rf\r") == "a\nb\nc\nd\n\ne\n\nf\n");
    Lines lines("a\n\n \t\nb\n");
    CHECK(lines.next() == "a");
    CHECK(lines.number() == 1);
    CHECK(lines.next() == "b");
    CHECK(lines.number() == 4);
    CHECK_FALSE(lines.next());
}

TEST_CASE("a line of 10 MB and more lines than any city's ballots are refused at once")
{
    const std::string longest(kMaxLineBytes, 'x');
    CHECK(read_text("a\n" + longest + "\nb\n"));
    CHECK(read_text("a\n" + longest + "x\nb\n").error().where == "line 2");
    CHECK(read_text(std::string(10'000'000, ';')).error().where == "line 1");
    CHECK(read_text(std::string(kMaxLines, '\n')));
    CHECK_FALSE(read_text(std::string(kMaxLines + 1, '\n')));
}
