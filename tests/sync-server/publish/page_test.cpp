#include "sync-server/publish/page.hpp"
#include "sync-server/publish/sorry_page.hpp"

#include "shared/base/encoding.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;

TEST_CASE("before the count the page shows participation, and is the same whatever the ballots hold")
{
    const ACentre centre;
    const auto phase = GENERATE(Phase::open, Phase::closed);
    const auto value = a_standing(centre, phase, {{0}, {1}, {1}});
    const auto otherwise = a_standing(centre, phase, {{3}, {4}, {5}});
    auto uncounted = value;
    uncounted.outcome.reset();
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_page(page);
        position(page, "<b>3</b>");
        CHECK(page == publish::result_page(otherwise, language));
        CHECK(page == publish::result_page(uncounted, language));
        CHECK(page.find("Projet") == std::string::npos);
    }
}

TEST_CASE("the page says whether the poll is open, closed or counted, and invites to vote only while it is open")
{
    const ACentre centre;
    const auto open = publish::result_page(a_standing(centre, Phase::open, {{0}}), "fr");
    const auto closed = publish::result_page(a_standing(centre, Phase::closed, {{0}}), "fr");
    const auto counted = publish::result_page(a_standing(centre, Phase::counted, {{0}}), "fr");
    position(open, "Le vote est ouvert");
    position(open, "Vous décidez.");
    position(closed, "Le vote est clos");
    CHECK(closed.find("Vous décidez.") == std::string::npos);
    position(counted, "Le vote est dépouillé");
    CHECK(counted.find("Vous décidez.") == std::string::npos);
}

TEST_CASE("before and after the days of the vote nobody is told that it is open, though nobody closed it")
{
    auto definition = an_election().with_projects(2).build();
    definition.phases = {{election::PhaseKind::vote, "2026-03-01", "2026-03-31"}};
    const ACentre centre(definition);
    auto value = a_standing(centre, Phase::open);
    value.halls = {{"Jambes", "Namur", "Rue 1", "9–17 h", {}}};
    const auto on = [&](const std::string& day) {
        value.today = day;
        const auto page = publish::result_page(value, "fr");
        check_page(page);
        return page;
    };
    for (const char* day : {"2026-03-01", "2026-03-31"}) position(on(day), "Le vote est ouvert");
    const auto ahead = on("2026-02-28");
    position(ahead, "Le vote ouvrira le 1 mars 2026");
    position(ahead, "Où voter");
    const auto over = on("2026-04-01");
    position(over, "Les jours du vote sont passés");
    CHECK(over.find("Où voter") == std::string::npos);
    CHECK(over.find("Vous décidez.") == std::string::npos);
    value.report.accepted = 1;  // a hall that opened early
    position(on("2026-02-28"), "Le vote est ouvert");
    position(on("2026-02-28"), "<b>1</b> <span>bulletin accepté</span>");
    value.phase = Phase::closed;
    position(on("2026-02-28"), "Le vote est clos");
}

TEST_CASE("a page is called a result once there is one")
{
    const ACentre centre;
    position(publish::result_page(a_standing(centre, Phase::closed, {{0}}), "en"), " – Participation</title>");
    position(publish::result_page(a_standing(centre, Phase::counted, {{0}}), "en"), " – Result</title>");
}

TEST_CASE("a page leads to the proof of its count where there is one, and to the page that checks it")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::counted, {{0}});
    for (const char* language : publish::kLanguages) CHECK(publish::result_page(value, language).find("bundle.zip") == std::string::npos);
    value.proved = true;
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_page(page);
        position(page, "href=\"/bundle.zip\"");
        position(page, "href=\"/verify\"");
    }
}

TEST_CASE("somebody at an address without a page is told so on a page, in the language of the address or in all of them")
{
    using publish::Sorry;
    for (const auto sorry : {Sorry::no_such_page, Sorry::no_vote_yet, Sorry::cannot_now}) {
        check_page(publish::sorry_page(sorry, ""));
        for (const char* language : publish::kLanguages) {
            const auto page = publish::sorry_page(sorry, language);
            check_page(page);
            position(page, std::string("<html lang=\"") + language + "\">");
            CHECK(page.find("<h2>") == std::string::npos);
        }
    }
    const auto all = publish::sorry_page(Sorry::no_such_page, "<b>");
    for (const char* heading : {"Cette page n’existe pas", "Deze pagina bestaat niet", "Diese Seite gibt es nicht", "This page does not exist"})
        position(all, heading);
    CHECK(all.find("<b>") == std::string::npos);
}

TEST_CASE("what an election or a hall writes is text on the page, never markup")
{
    const std::string nasty = "<script>alert(1)</script> & \"quotes\" 'too'";
    const std::string harmless = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; &#39;too&#39;";
    auto definition = an_election().with_projects(2).build();
    definition.title.by_language = {{"fr", nasty}};
    definition.description.by_language = {{"fr", nasty}};
    definition.projects[0].title.by_language = {{"fr", nasty}};
    definition.projects[0].place = nasty;
    definition.projects[0].id = nasty;
    definition.contacts = {nasty, nasty};
    const ACentre centre(definition);
    const auto phase = GENERATE(Phase::open, Phase::counted);
    auto value = a_standing(centre, phase, {{0}});
    value.report.channels[0].name = nasty;
    value.checkpoint = nasty;
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(value, language);
        check_page(page);
        CHECK(page.find("<script>") == std::string::npos);
        for (const char* place : {"<title>", "<pre>", "mailto:", "<th scope=\"row\">"}) position(page, place + harmless);
    }
}

TEST_CASE("a text that is not in the page's language says in which it is")
{
    auto definition = an_election().with_projects(1).build();
    definition.title.by_language.erase("nl");
    definition.title.by_language.erase("de");
    definition.projects[0].title.by_language = {{"fr", "Un sentier"}};
    const ACentre centre(definition);
    const auto value = a_standing(centre, Phase::counted, {{0}});
    const auto dutch = publish::result_page(value, "nl");
    position(dutch, "<html lang=\"nl\">");
    position(dutch, "<h3 lang=\"fr\">Un sentier</h3>");
    position(dutch, "<h1 lang=\"en\">Participatory budget</h1>");
    position(publish::result_page(value, "fr"), "<h3>Un sentier</h3>");
}

TEST_CASE("every page leads to its other languages, each under its own name, and marks where one is")
{
    const ACentre centre;
    for (const char* language : publish::kLanguages) {
        const auto page = publish::result_page(a_standing(centre, Phase::open), language);
        for (const char* other : publish::kLanguages) {
            const std::string link = std::string("<a href=\"/") + other + "\" lang=\"" + other + "\" hreflang=\"" + other + "\"";
            position(page, link + (std::string_view(other) == language ? " aria-current=\"page\">" : ">") + publish::words_in(other).own_name + "</a>");
        }
    }
}

TEST_CASE("the merge report accounts for every ballot received, and says why some were refused")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::counted, {{0}, {1}, {0, 99}});
    value.report.accepted = 1234;
    value.report.duplicates = 20;
    value.report.refused = 7;
    value.report.reasons = {{store::Reason::signature, 2}, {store::Reason::proof, 1}, {store::Reason::gap, 4}};
    value.report.channels = {{"Jambes", 1000, 15, 7}, {"Wépion", 0, 5, 0}, {"online", 234, 0, 0}};
    const auto page = publish::result_page(value, "fr");
    position(page, "<th scope=\"row\">reçus</th><td>1\u202f261</td>");
    position(page, "<th scope=\"row\">acceptés</th><td>1\u202f234</td>");
    position(page, "<th scope=\"row\">dont nuls</th><td>1</td>");
    position(page, "avait déjà voté</th><td>20</td>");
    position(page, "<th scope=\"row\">refusés</th><td>7</td>");
    position(page, "<th scope=\"row\">falsifié ou abîmé</th><td>3</td>");
    position(page, "redemandé</th><td>4</td>");
    position(page,
             "<th scope=\"row\">Jambes<svg class=\"meter\" aria-hidden=\"true\"><rect width=\"100.00%\" height=\"100%\"></rect></svg></th><td>1\u202f000</td>");
    position(page, "<rect width=\"23.40%\" height=\"100%\"></rect></svg></th><td>234</td>");
    CHECK(page.find("Wépion") == std::string::npos);
}

TEST_CASE("ballots that checked a terminal are told, with a sentence that says what they are; where there are none, nothing is")
{
    const ACentre centre;
    auto value = a_standing(centre, Phase::open, {{0}});
    for (const char* language : publish::kLanguages) {
        value.report.spoilt = 0;
        CHECK(publish::result_page(value, language).find(publish::words_in(language).spoilt_text) == std::string::npos);
        value.report.spoilt = 1234;
        const auto page = publish::result_page(value, language);
        check_page(page);
        position(page, publish::words_in(language).spoilt_text);
        position(page, std::string(publish::words_in(language).spoilt) + "</th><td>" + publish::number_in(publish::words_in(language), 1234) + "</td>");
        position(page, publish::number_in(publish::words_in(language), 1237) + "</td>");  // all that were received
    }
}

TEST_CASE("the page holds what a check of the count needs")
{
    const ACentre centre;
    const auto open = publish::result_page(a_standing(centre, Phase::open), "en");
    const auto counted = publish::result_page(a_standing(centre, Phase::counted), "en");
    for (const auto& page : {open, counted}) {
        position(page, "<pre>isoloir/test\n3\nroot\n</pre>");
        position(page, "href=\"/checkpoint\"");
        position(page, "href=\"/result.json\"");
        position(page, to_hex(centre.package.id));
        position(page, to_hex(centre.package.keys.authority));
    }
    // There is no signed result yet: the address would answer 404.
    CHECK(open.find("href=\"/result.jws\"") == std::string::npos);
    position(counted, "href=\"/result.jws\"");
}

TEST_CASE("the page leads to the halls' votes for Decidim and CONSUL where they can take them, and says why where the halls do not stand alone")
{
    auto definition = an_election().with_projects(2).build();
    const bool numbered = GENERATE(true, false);
    for (std::size_t i = 0; numbered && i < 2; ++i) definition.projects[i].id = std::to_string(i + 11);
    const ACentre centre(definition);
    auto value = a_standing_of_both(centre, std::vector<std::vector<std::size_t>>(30, {0}), std::vector<std::vector<std::size_t>>(20, {1}));
    const auto channels = value.channels;
    for (const char* language : publish::kLanguages) {
        const std::string why = publish::filled(publish::words_in(language).counted_together, "{least}", "20");
        value.channels = channels;
        const auto apart = publish::result_page(value, language);
        check_page(apart);
        for (const char* file : {"href=\"/result-decidim.csv\"", "href=\"/result-consul.txt\""}) CHECK((apart.find(file) != std::string::npos) == numbered);
        CHECK(apart.find(publish::escaped(why)) == std::string::npos);
        value.channels.reset();
        const auto together = publish::result_page(value, language);
        check_page(together);
        for (const char* file : {"result-decidim.csv", "result-consul.txt"}) CHECK(together.find(file) == std::string::npos);
        position(together, publish::escaped(why));
    }
}

TEST_CASE("too few ballots to be shown go back to no platform either")
{
    auto definition = an_election().with_projects(1).build();
    definition.projects[0].id = "11";
    const ACentre centre(definition);
    const auto page = publish::result_page(a_standing(centre, Phase::counted, std::vector<std::vector<std::size_t>>(19, {0})), "en");
    for (const char* file : {"result.pb", "result-decidim.csv", "result-consul.txt"}) CHECK(page.find(file) == std::string::npos);
}
