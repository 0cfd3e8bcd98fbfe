// The result page while the vote goes on: what it shows of a live ranking, who came when, and where one votes.

#include <regex>

#include "sync-server/publish/page.hpp"
#include "sync-server/publish/page_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;

namespace {

constexpr const char* kAbsent = "hidden=\"\"";

ACentre a_live_centre()
{
    return ACentre(an_election().with_live_ranking(5).build());
}

/// Ballots opened so far, and as many accepted twice over.
publish::Standing a_live_standing(const ACentre& centre, Phase phase)
{
    auto value = a_standing(centre, phase, {{0}, {0}, {1}, {0}, {1}});
    value.so_far = value.outcome;
    value.outcome.reset();
    value.report.accepted = 12;
    value.hours = {{Hour{495'000}, 4}, {Hour{495'026}, 8}};
    return value;
}

bool has(const std::string& page, const std::string& what)
{
    return page.find(what) != std::string::npos;
}

/// The opening and all that follows of one element by its id.
std::string from(const std::string& page, const std::string& id)
{
    return page.substr(position(page, "id=\"" + id + "\""));
}

}  // namespace

TEST_CASE("a live ranking is shown as what would be funded, never as what is, with the number of ballots that it is of")
{
    const ACentre centre = a_live_centre();
    for (const auto phase : {Phase::open, Phase::closed}) {
        const auto value = a_live_standing(centre, phase);
        for (const char* language : publish::kLanguages) {
            const auto& words = publish::words_in(language);
            const auto page = publish::result_page(value, language);
            check_page(page);
            position(page, publish::page_words(words).so_far);
            position(page, publish::page_words(words).would_be);
            CHECK_FALSE(has(page, std::string("<p class=\"mark\">") + words.is_funded));
            CHECK_FALSE(has(page, words.secrecy));
        }
        position(publish::result_page(value, "fr"), "5 bulletins sont ouverts sur 12");
    }
}

TEST_CASE("before the first round a live ranking says what it waits for")
{
    const ACentre centre = a_live_centre();
    auto value = a_live_standing(centre, Phase::open);
    value.so_far.reset();
    const auto page = publish::result_page(value, "en");
    check_page(page);
    position(page, "groups of at least 5");
    CHECK_FALSE(has(page, publish::words_in("en").secrecy));
    CHECK_FALSE(has(page, "id=\"so-far\""));
}

TEST_CASE("who came is shown by hour as a drawing and, to be read, as a table with the same numbers")
{
    const ACentre centre;
    const auto value = a_live_standing(centre, Phase::open);
    const auto page = publish::result_page(value, "en");
    const auto hours = from(page, "time");
    position(hours, "<svg class=\"columns\" role=\"img\" aria-label=\"Ballots accepted at each hour of the day, all days together. Most: ");
    position(hours, "<details id=\"hours\">");
    const auto table = from(hours, "hours");
    const std::regex row("<th scope=\"row\">[0-9]+:00<svg");
    CHECK(std::distance(std::sregex_iterator(table.begin(), table.end(), row), std::sregex_iterator()) == 24);
    // Two days that follow each other: few enough for a table alone.
    CHECK_FALSE(has(page, "<details id=\"days\">"));
}

TEST_CASE("days without a ballot are on the axis of time, unless a wrong clock would make it endless")
{
    const ACentre centre;
    auto value = a_live_standing(centre, Phase::open);
    value.hours = {{Hour{495'000}, 1}, {Hour{495'000 + 24 * 30}, 2}};
    const std::regex rect("<rect x=");
    const auto columns = [&] {
        const auto page = publish::result_page(value, "en");
        check_page(page);
        const auto days = page.substr(position(page, "<svg class=\"columns\""));
        const auto drawing = days.substr(0, days.find("</svg>"));
        return std::distance(std::sregex_iterator(drawing.begin(), drawing.end(), rect), std::sregex_iterator());
    };
    CHECK(columns() == 31);
    for (int day = 0; day < 9; ++day) value.hours[Hour{495'000 + 24 * day}] = 1;
    value.hours[Hour{24}] = 1;
    CHECK(columns() == 11);
}

TEST_CASE("where to vote is told while the poll is open, on a map as far as places are known, and no longer")
{
    const ACentre centre;
    auto value = a_live_standing(centre, Phase::open);
    CHECK_FALSE(has(publish::result_page(value, "fr"), "class=\"halls\""));
    value.halls = {{"Salle A", "Jambes", "Rue <1>", "9–17 h", election::Position{50'456'000, 4'871'000}},
                   {"Salle B", "Jambes", "", "", election::Position{50'456'001, 4'871'001}},
                   {"Salle C", "Wépion", "", "", election::Position{50'420'000, 4'830'000}},
                   {"Salle D", "", "", "", std::nullopt}};
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_page(page);
        const auto where = from(page, "where");
        position(where, "Rue &lt;1&gt;, Jambes");
        position(where, "9–17 h");
        position(where, "<h3>Salle D</h3>");
        const auto map = where.substr(position(where, "<svg class=\"map\""));
        position(map, ">1, 2</text>");  // next door to each other
        position(map, ">3</text>");
        position(map, ">Salle C</text>");
        CHECK_FALSE(has(map.substr(0, map.find("</svg>")), "4</text>"));
    }
    value.phase = Phase::closed;
    CHECK_FALSE(has(publish::result_page(value, "fr"), "Rue"));
    value.phase = Phase::open;
    for (auto& hall : value.halls) hall.position.reset();
    CHECK_FALSE(has(publish::result_page(value, "fr"), "<svg class=\"map\""));
}

TEST_CASE("halls' ballots add up by commune, and those of a hall that nobody described are told apart")
{
    const ACentre centre;
    auto value = a_live_standing(centre, Phase::open);
    value.report.channels = {{"A", 5, 0, 0}, {"B", 6, 0, 0}, {"C", 4, 0, 0}, {"online", 100, 0, 0}};
    CHECK_FALSE(has(publish::result_page(value, "en"), "id=\"communes\""));
    value.halls = {{"A", "Jambes", "", "", std::nullopt}, {"B", "Jambes", "", "", std::nullopt}};
    const auto page = publish::result_page(value, "en");
    check_page(page);
    const auto communes = from(page, "communes");
    CHECK(position(communes, "Jambes<svg") < position(communes, "<td>11</td>"));
    CHECK(position(communes, "Other places<svg") < position(communes, "<td>4</td>"));
    position(page, "15 (13\u00a0%)");
    position(page, "100 (87\u00a0%)");
}

TEST_CASE("the part that a script puts in place is the very one that stands on the page, and says the news")
{
    const ACentre centre = a_live_centre();
    for (const auto phase : {Phase::open, Phase::closed, Phase::counted}) {
        const auto value = a_live_standing(centre, phase);
        for (const char* language : publish::kLanguages) {
            const auto page = publish::result_page(value, language);
            const auto part = publish::standing_part(value, language);
            const auto split = position(part, "<div id=\"standing\"");
            position(page, part.substr(0, split));
            position(page, part.substr(split));
            position(part, "12");
            CHECK(has(page, "<script src=\"/live.js\"") == (phase != Phase::counted));
            CHECK(has(page, kAbsent) == (phase != Phase::counted));
        }
    }
}

TEST_CASE("the calendar and the number of page views stand on every page")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::counted);
    value.views = 1234;
    const auto page = publish::result_page(value, "en");
    position(page, "from 1 January 2026 to 31 December 2026");
    position(page, "Page views: 1,234.");
}
