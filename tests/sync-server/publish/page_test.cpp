#include "tests/support/catch.hpp"

#include <cstring>
#include <regex>

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/count/greedy.hpp"
#include "sync-server/publish/page.hpp"
#include "sync-server/publish/result_json.hpp"
#include "tests/support/a_centre.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;

namespace {

/// What stands to be published; the centre behind it must outlive it.
publish::Standing standing(const ACentre& centre, Phase phase, const std::vector<std::vector<std::size_t>>& ballots = {})
{
    publish::Standing value{centre.package, phase, {}, "isoloir/test\n3\nroot\n", 3, std::nullopt};
    value.report.accepted = ballots.size();
    value.report.duplicates = 2;
    value.report.channels = {{"Jambes", ballots.size(), 2, 0}};
    if (phase == Phase::counted) value.outcome = count::greedy(centre.package.definition, ballots);
    return value;
}

/// Every element is closed in its turn, and every attribute's value is quoted.
void check_well_formed(const std::string& page)
{
    const std::regex element(R"re(<(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<]*")?)*)>)re");
    std::vector<std::string> open;
    std::size_t seen = 0;
    for (std::sregex_iterator at(page.begin(), page.end(), element), end; at != end; ++at) {
        const std::string name = (*at)[2];
        ++seen;
        if (name == "meta" || name == "link" || name == "br") continue;
        if ((*at)[1].length() == 0) {
            open.push_back(name);
            continue;
        }
        REQUIRE_FALSE(open.empty());
        CHECK(open.back() == name);
        open.pop_back();
    }
    CHECK(open.empty());
    // No other "<" than those of elements and the doctype: nothing got in unescaped.
    CHECK(static_cast<std::size_t>(std::count(page.begin(), page.end(), '<')) == seen + 1);
}

std::size_t position(const std::string& page, const std::string& what)
{
    INFO(what);
    const auto at = page.find(what);
    REQUIRE(at != std::string::npos);
    return at;
}

}  // namespace

TEST_CASE("the result page shows winners before the end of the envelope, and says why the others are not funded")
{
    const ACentre centre(an_election().with_costs({150'000, 40'000, 30'000, 5'000}).build());
    const auto page = publish::result_page(standing(centre, Phase::counted, {{0, 1}, {0, 1}, {0}, {2}}), "fr");
    check_well_formed(page);
    const auto end = position(page, "Fin de l’enveloppe");
    CHECK(position(page, ">Projet 1<") < position(page, ">Projet 2<"));
    CHECK(position(page, ">Projet 2<") < end);
    CHECK(position(page, ">Projet 3<") > end);
    CHECK(position(page, "Dépasse ce qui reste de l’enveloppe") > position(page, ">Projet 3<"));
    CHECK(position(page, ">Projet 4<") > end);
    CHECK(page.find("190\u202f000\u00a0€") != std::string::npos);
}

TEST_CASE("before the count the page shows participation and nothing of any project")
{
    const ACentre centre;
    const auto phase = GENERATE(Phase::open, Phase::closed);
    const auto value = standing(centre, phase, {{0}, {1}, {1}});
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_well_formed(page);
        CHECK(page.find("Projet") == std::string::npos);
        CHECK(page.find("class=\"projects\"") == std::string::npos);
    }
    const auto json = nlohmann::json::parse(publish::result_json(value));
    CHECK_FALSE(json.contains("ranking"));
    CHECK_FALSE(json.contains("winners"));
    CHECK(json["report"]["accepted"] == 3);
}

TEST_CASE("what an election or a hall writes is text on the page, never markup")
{
    auto definition = an_election().with_projects(2).build();
    const std::string nasty = "<script>alert(1)</script> & \"quotes\" 'too'";
    definition.title.by_language = {{"fr", nasty}};
    definition.description.by_language = {{"fr", nasty}};
    definition.projects[0].title.by_language = {{"fr", nasty}};
    definition.projects[0].place = nasty;
    definition.contacts = {nasty, nasty};
    const ACentre centre(definition);
    auto value = standing(centre, Phase::counted, {{0}});
    value.report.channels[0].name = nasty;
    value.checkpoint = nasty;
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_well_formed(page);
        CHECK(page.find("<script") == std::string::npos);
        CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;too&#39;") != std::string::npos);
    }
}

TEST_CASE("a text that is not in the page's language says in which it is")
{
    auto definition = an_election().with_projects(1).build();
    definition.projects[0].title.by_language = {{"fr", "Un sentier"}};
    const ACentre centre(definition);
    const auto value = standing(centre, Phase::counted, {{0}});
    CHECK(publish::result_page(value, "nl").find("<h3 lang=\"fr\">Un sentier</h3>") != std::string::npos);
    CHECK(publish::result_page(value, "fr").find("<h3>Un sentier</h3>") != std::string::npos);
    CHECK(publish::result_page(value, "nl").find("<html lang=\"nl\">") != std::string::npos);
}

TEST_CASE("every sentence of the pages is there in all four languages, and amounts are written as each writes them")
{
    for (const char* language : publish::kLanguages) {
        const publish::Words& words = publish::words_in(language);
        CHECK(std::string(words.language) == language);
        // A struct of sentences alone: each pointer in it is one.
        std::array<const char*, sizeof words / sizeof(const char*)> sentences{};
        std::memcpy(sentences.data(), &words, sizeof words);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            INFO(language << " sentence " << i);
            REQUIRE(sentences[i] != nullptr);
            CHECK(std::strlen(sentences[i]) > 0);
        }
    }
    CHECK(publish::amount_in(publish::words_in("fr"), Money{4'954'850}) == "49\u202f548,50\u00a0€");
    CHECK(publish::amount_in(publish::words_in("nl"), Money{4'954'800}) == "€\u00a049.548");
    CHECK(publish::amount_in(publish::words_in("de"), Money{4'954'800}) == "49.548\u00a0€");
    CHECK(publish::amount_in(publish::words_in("en"), Money{4'954'800}) == "€49,548");
}

TEST_CASE("result.json says what the page says")
{
    const ACentre centre(an_election().with_costs({150'000, 40'000, 30'000}).build());
    const auto value = standing(centre, Phase::counted, {{0, 1}, {0}, {2}});
    const auto json = nlohmann::json::parse(publish::result_json(value));
    CHECK(json["election"] == to_base64url(centre.package.id));
    CHECK(json["phase"] == "counted");
    CHECK(json["winners"] == nlohmann::json({centre.package.definition.projects[0].id, centre.package.definition.projects[1].id}));
    CHECK(json["spent"] == 190'000);
    CHECK(json["ballots"] == 3);
    CHECK(json["ranking"].size() == 3);
    CHECK(json["ranking"][2]["verdict"] == "does-not-fit");
    CHECK(json["ranking"][2]["votes"] == 1);
}

TEST_CASE("an election without a ballot and one of 150 projects have a page, too")
{
    const ACentre centre(an_election().with_projects(150).build());
    const auto empty = publish::result_page(standing(centre, Phase::counted), "en");
    check_well_formed(empty);
    CHECK(empty.find("Projet 150") != std::string::npos);
    std::vector<std::vector<std::size_t>> ballots;
    for (std::size_t project = 0; project < 150; ++project) ballots.push_back({project});
    check_well_formed(publish::result_page(standing(centre, Phase::counted, ballots), "en"));
}
