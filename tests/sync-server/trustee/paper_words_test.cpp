#include "sync-server/trustee/paper_words.hpp"

#include "shared/base/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::test;
using trustee::kPaperLines;
using trustee::read_paper;

namespace {

using PageLines = std::array<std::string, kPaperLines>;

trustee::PaperShare a_share(std::uint8_t seed)
{
    SeededRandom random(seed);
    return {3, random.bytes<6>(), crypto::SecretBytes(random.bytes<32>()), crypto::SecretBytes(random.bytes<32>())};
}

std::string joined(const PageLines& lines)
{
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

bool is_that_of(const Result<trustee::PaperShare>& read, std::uint8_t seed)
{
    const auto share = a_share(seed);
    return read && read->trustee == share.trustee && read->transcript == share.transcript && crypto::equal_secrets(read->share.span(), share.share.span()) &&
           crypto::equal_secrets(read->seed.span(), share.seed.span());
}

}  // namespace

TEST_CASE("a share comes back from its words, however they are typed")
{
    const PageLines lines = trustee::paper_lines(a_share(1));
    CHECK(lines[0] == "bahag bibak notiz gizom rufoz");
    CHECK(is_that_of(read_paper(joined(lines)), 1));
    CHECK(is_that_of(read_paper(trustee::paper_code(lines)), 1));
    std::string typed;
    for (std::size_t i = 0; i < kPaperLines; ++i)
        typed += "\r\n  " + std::to_string(i + 1) + (i % 2 == 0 ? ".\t" : "   ") + (i % 3 == 0 ? ascii_upper(lines[i]) : lines[i]) + "  \n\n";
    CHECK(is_that_of(read_paper(typed), 1));
}

TEST_CASE("the code costs its letters little, since they are all capitals, blanks and strokes")
{
    const std::string code = trustee::paper_code(trustee::paper_lines(a_share(1)));
    CHECK(code.size() == 10 * 29 + 9);
    CHECK(code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ /") == std::string::npos);
}

TEST_CASE("one wrong letter is found in its line, wherever it is")
{
    const PageLines right = trustee::paper_lines(a_share(2));
    for (std::size_t line = 0; line < kPaperLines; ++line)
        for (std::size_t i = 0; i < right[line].size(); ++i)
            for (const char letter : {'a', 'i', 'b', 'z', 'e', '1', ' '}) {
                PageLines lines = right;
                if (lines[line][i] == letter) continue;
                lines[line][i] = letter;
                const auto read = read_paper(joined(lines));
                REQUIRE(fails_as(read, Errc::malformed));
                REQUIRE(read.error().where == "line " + std::to_string(line + 1));
            }
}

TEST_CASE("lines that changed places, are missing or come twice are named")
{
    const PageLines right = trustee::paper_lines(a_share(3));
    PageLines swapped = right;
    std::swap(swapped[2], swapped[5]);
    CHECK(read_paper(joined(swapped)).error().text() == "line 3: a word is wrong, or this is another line: compare it with the page");
    PageLines short_of_one = right;
    short_of_one[4].clear();
    CHECK(read_paper(joined(short_of_one)).error().text() == "ten lines of five words are expected, here are 9");
    CHECK(read_paper(joined(right) + right[9]).error().text() == "ten lines of five words are expected, here are 11");
    PageLines short_of_a_word = right;
    short_of_a_word[6].resize(23);
    CHECK(read_paper(joined(short_of_a_word)).error().text() == "line 7: five words are expected, here are 4");
    CHECK(fails_as(read_paper(""), Errc::malformed));
}

TEST_CASE("lines of two pages do not pass for one")
{
    PageLines lines = trustee::paper_lines(a_share(4));
    lines[3] = trustee::paper_lines(a_share(5))[3];
    CHECK(read_paper(joined(lines)).error().text() == "each line is right, but they are not of one page: take all ten from the same one");
}

TEST_CASE("no complaint about a word repeats it")
{
    PageLines lines = trustee::paper_lines(a_share(6));
    lines[1].replace(0, 5, "qwxyz");
    CHECK(read_paper(joined(lines)).error().text() == "line 2: word 1 is none of this page's: look at its letters again");
}
