#include "sync-server/publish/find_page.hpp"

#include "shared/base/crockford.hpp"
#include "sync-server/publish/find_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;
using publish::Search;
using store::Reason;

namespace {

constexpr const char* kCode = "7K2M-9QDX-04TZ-B8HC";

Search a_search(std::optional<Reason> reason)
{
    Search search{kCode};
    search.tracker = *from_crockford(kCode);
    if (reason) search.found = publish::Lookup{*reason, "Salle <1>", 41};
    return search;
}

std::string page_of(const Search& search, Phase phase = Phase::open, const char* language = "en")
{
    const auto page = publish::find_page(an_election().build(), phase, language, search);
    check_page(page);
    return page;
}

bool has(const std::string& page, const std::string& what)
{
    return page.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("for every fate of a ballot the page has words in each language, the place, and the way to the proof")
{
    for (const char* language : publish::kLanguages) {
        const auto& own = publish::find_words(publish::words_in(language));
        const std::pair<Reason, const publish::Finding*> fates[]{
            {Reason::accepted, &own.waits},    {Reason::superseded, &own.superseded}, {Reason::duplicate, &own.duplicate},
            {Reason::spoilt, &own.spoilt},     {Reason::opening, &own.caught},        {Reason::not_on_roll, &own.not_on_roll},
            {Reason::not_open, &own.not_open}, {Reason::unreadable, &own.damaged},    {Reason::commitment, &own.damaged},
            {Reason::proof, &own.damaged},     {Reason::replay, &own.damaged}};
        for (const auto& [reason, finding] : fates) {
            const auto page = page_of(a_search(reason), Phase::open, language);
            position(page, finding->heading);
            position(page, finding->text);
            position(page, "<dd>Salle &lt;1&gt;</dd>");
            position(page, "<dd>41</dd>");
            position(page, std::string("href=\"/inclusion/") + kCode + "\"");
            position(page, own.meaning.text);
            CHECK(has(page, "class=\"card good\"") == (reason == Reason::accepted));
        }
    }
}

TEST_CASE("a ballot that is in the log will be counted, and after the count it is")
{
    const auto& own = publish::find_words(publish::words_in("en"));
    position(page_of(a_search(Reason::accepted), Phase::closed), own.waits.heading);
    position(page_of(a_search(Reason::accepted), Phase::counted), own.counted.heading);
}

TEST_CASE("a ballot that is not in the log may still be in its terminal, but not after the close")
{
    const auto& own = publish::find_words(publish::words_in("en"));
    position(page_of(a_search(std::nullopt)), own.unknown.heading);
    for (const auto phase : {Phase::closed, Phase::counted}) position(page_of(a_search(std::nullopt), phase), own.unknown_after_close.heading);
    CHECK_FALSE(has(page_of(a_search(std::nullopt)), "/inclusion/"));
}

TEST_CASE("what is no code is said back, with the number of its signs, and never as markup")
{
    const auto page = page_of({"7K2M 9QD"});
    position(page, "You typed 7.");
    position(page, "value=\"7K2M 9QD\"");
    position(page, "aria-describedby=\"found hint\" aria-invalid=\"true\"");
    position(page_of({"\"><script>"}), "value=\"&quot;&gt;&lt;script&gt;\"");
    position(page_of({std::string(5000, 'A')}), "value=\"\"");
    position(page_of({"\xff\xfe"}), "value=\"\"");
}

TEST_CASE("the empty page asks for the code, and leads to its other languages with the code that was typed")
{
    const auto page = page_of({});
    CHECK_FALSE(has(page, "id=\"found\""));
    position(page, "<input id=\"tracker\" name=\"tracker\"");
    position(page, "<a href=\"/nl/find\"");
    position(page_of(a_search(Reason::accepted)), std::string("<a href=\"/nl/find?tracker=") + kCode + "\"");
}
