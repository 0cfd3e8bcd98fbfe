#include <map>

#include "shared/base/text.hpp"
#include "tests/sync-server/trustee/a_trustee.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

struct APage {
    ThreeTrustees them;
    std::string pdf;

    APage()
    {
        them.finish();
        pdf = them.path("share.pdf");
        must(trustee({"backup", them.folder("Bart"), "--out", pdf}));
    }
    std::string code() const
    {
        must(Process({"pdftoppm", "-r", "150", "-png", pdf, them.path("page")}).end());
        return must(Process({"zbarimg", "--quiet", "--raw", them.path("page-1.png")}).end());
    }
    std::string text() const { return must(Process({"pdftotext", "-layout", pdf, "-"}).end()); }
    Ended restore(const std::string& words, const std::string& folder = "again") const
    {
        REQUIRE(write_file(them.path("words"), words));
        return trustee({"restore", them.path(folder), "--trustees", them.file("trustees.json"), "--words", them.path("words")});
    }
};

}  // namespace

TEST_CASE("a share goes onto one page, and comes back from its code or from its words")
{
    const APage page;
    CHECK((std::filesystem::status(page.pdf).permissions() & std::filesystem::perms::others_read) == std::filesystem::perms::none);
    const std::string text = page.text();
    CHECK(has(text, "Trustee 2 of 3: Bart"));
    CHECK(std::count(text.begin(), text.end(), '\f') == 1);
    const std::string code = page.code();
    CHECK(has(must(page.restore(code)), "The share of Bart is back, and fits the key"));
    const auto begin = text.find("\n    1 ");
    const std::string words = text.substr(begin, text.find("The same as a code") - begin);
    must(page.restore(words, "from words"));
    must(page.restore(words, "from words"));  // twice does no harm
    // What came back is the same: its own page says so, and the ceremony's folder knows it.
    must(trustee({"backup", page.them.path("again"), "--out", page.pdf}));
    CHECK(page.code() == code);
    CHECK(read_file(page.them.path("again") + "/card-Bart.jws", 4096).value() == read_file(page.them.folder("Bart") + "/card-Bart.jws", 4096).value());
    must(trustee({"ceremony", page.them.path("again"), page.them.exchange(), "--yes"}));
}

TEST_CASE("what does not fit is told, and nothing is made of it")
{
    const APage page;
    std::string wrong = page.code();
    wrong[65] = wrong[65] == 'B' ? 'D' : 'B';
    CHECK(has(page.restore(wrong).err, "line 3: "));
    const ThreeTrustees others;
    others.finish();
    REQUIRE(write_file(page.them.file("trustees.json"), others.content("trustees.json")));
    CHECK(has(page.restore(page.code()).err, "this page is a share of another key"));
    CHECK_FALSE(std::filesystem::exists(page.them.path("again")));
}

TEST_CASE("there is no page of a share that is not there yet")
{
    const ThreeTrustees them;
    must(them.step("Anne"));
    CHECK(has(trustee({"backup", them.folder("Anne"), "--out", them.path("share.pdf")}).err, "there is no share of such a key here"));
    CHECK_FALSE(std::filesystem::exists(them.path("share.pdf")));
}
