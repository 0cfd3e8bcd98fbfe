#include <regex>

#include "sync-server/publish/page.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;

namespace {

using Ballots = std::vector<std::vector<std::size_t>>;

std::string french_result(const election::Definition& definition, const Ballots& ballots)
{
    const ACentre centre(definition);
    auto page = publish::result_page(a_standing(centre, Phase::counted, ballots), "fr");
    check_page(page);
    return page;
}

/// One project's card, from its title to the next card.
std::string card_of(const std::string& page, const std::string& title)
{
    const auto at = position(page, "<h3>" + title + "</h3>");
    const auto start = page.rfind("<li", at);
    return page.substr(start, page.find("</li>", at) - start);
}

std::size_t count_of(const std::string& page, const std::string& what)
{
    std::size_t count = 0;
    for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("winners stand before the end of the envelope, in order of votes, and each says that it is funded")
{
    const auto page = french_result(an_election().with_costs({150'000, 40'000, 30'000, 5'000}).build(), {{0, 1}, {0, 1}, {0}, {2}});
    const auto end = position(page, "Fin de l’enveloppe");
    CHECK(position(page, ">Projet 1<") < position(page, ">Projet 2<"));
    CHECK(position(page, ">Projet 2<") < end);
    CHECK(position(page, ">Projet 3<") > end);
    CHECK(position(page, ">Projet 4<") > end);
    position(page, "<dd>190\u202f000\u00a0€</dd>");
    position(page, "<dd>10\u202f000\u00a0€</dd>");
    position(page, "<dd>2 / 4</dd>");
    const auto first = card_of(page, "Projet 1");
    position(first, "Rang </span>1<");
    position(first, ">Financé<");
    position(first, "<b>3 voix</b>");
    position(first, "150\u202f000\u00a0€");
    position(first, "Namur · réf. p1");
    position(card_of(page, "Projet 3"), ">Non financé<");
}

TEST_CASE("a long tail of projects that get nothing is folded away, and a short one is not")
{
    const auto page_with = [](std::size_t projects) {
        return french_result(an_election().with_costs(std::vector<std::int64_t>(projects, 200'000)).build(), {{0}});
    };
    const auto few = page_with(16);
    CHECK(count_of(few, "class=\"project missed\"") == 15);
    CHECK(few.find("<details id=\"others\">") == std::string::npos);
    const auto many = page_with(40);
    CHECK(count_of(many, "class=\"project missed\"") == 39);
    const auto fold = position(many, "<details id=\"others\">");
    CHECK(count_of(many.substr(0, fold), "class=\"project missed\"") == 10);
    position(many, "Voir les 29 autres projets");
}

TEST_CASE("a project that did not fit says how much was left when its turn came")
{
    // The third is passed over at 10 000 euros; the fourth still fits; the fifth finds 5 000.
    const auto page =
        french_result(an_election().with_costs({150'000, 40'000, 30'000, 5'000, 6'000, 1'000}).build(), {{0, 1}, {0, 1}, {0, 1}, {2}, {2}, {3}, {4}});
    position(card_of(page, "Projet 3"), "il restait 10\u202f000\u00a0€.");
    position(card_of(page, "Projet 4"), ">Financé<");
    position(card_of(page, "Projet 5"), "il restait 5\u202f000\u00a0€.");
    const auto unwanted = card_of(page, "Projet 6");
    position(unwanted, "N’a reçu aucune voix.");
    CHECK(unwanted.find("il restait") == std::string::npos);
    CHECK(card_of(page, "Projet 4").find("il restait") == std::string::npos);
}

TEST_CASE("each funded project is its own share of the envelope's bar, one after the other")
{
    const auto page = french_result(an_election().with_costs({100'000, 25'000, 90'000}).build(), {{0}, {0}, {0}, {1}, {1}, {2}});
    position(page, "<rect x=\"0.00%\" width=\"50.00%\" height=\"100%\"></rect><rect x=\"50.00%\" width=\"12.50%\" height=\"100%\"></rect></svg>");
    position(page, "aria-label=\"Attribué 125\u202f000\u00a0€ / 200\u202f000\u00a0€\"");
    position(card_of(page, "Projet 2"), "<rect width=\"66.66%\"");
}

TEST_CASE("a tie is told with the rule that decided it; without one nothing is said")
{
    auto definition = an_election().with_costs({30'000, 20'000, 10'000}).build();
    const Ballots tied{{0}, {1}, {2}};
    definition.ties = election::TieBreak::project_id;
    position(french_result(definition, tied), "dans l’ordre alphabétique de leur référence");
    definition.ties = election::TieBreak::ballot_order;
    position(french_result(definition, tied), "dans l’ordre du bulletin");
    definition.ties = election::TieBreak::highest_cost;
    position(french_result(definition, tied), "le projet le plus cher passe d’abord");
    definition.ties = election::TieBreak::lowest_cost;
    const auto page = french_result(definition, tied);
    position(page, "le projet le moins cher passe d’abord");
    CHECK(position(page, ">Projet 3<") < position(page, ">Projet 2<"));
    CHECK(position(page, ">Projet 2<") < position(page, ">Projet 1<"));
    // Two that nobody wants are no tie.
    CHECK(french_result(definition, {{0}}).find("À égalité") == std::string::npos);
}

TEST_CASE("where ballots give points, the page speaks of points in every language, and of no votes")
{
    const ACentre centre(an_election().with_costs({30'000, 20'000, 10'000}).with_ranking(3).build());
    const auto value = a_standing(centre, Phase::counted, {{0, 1}, {1, 0}, {0}});
    for (const auto& [language, sum, none, votes] : {std::array{"fr", "<b>8 points</b>", "N’a reçu aucun point.", "voix"},
                                                     {"nl", "<b>8 punten</b>", "Kreeg geen enkel punt.", "van hun stemmen"},
                                                     {"de", "<b>8 Punkte</b>", "Erhielt keinen Punkt.", "ihrer Stimmen"},
                                                     {"en", "<b>8 points</b>", "Received no point.", "their votes"}}) {
        const auto page = publish::result_page(value, language);
        check_page(page);
        position(page, sum);
        position(page, none);
        CHECK(page.find(votes) == std::string::npos);
        CHECK(page.find("{most}") == std::string::npos);
    }
    position(publish::result_page(value, "fr"), "le projet préféré reçoit 3 points, le suivant un de moins");
}

TEST_CASE("one point is not points, and only a ranking tells of first places")
{
    const auto page = french_result(an_election().with_costs({3, 2}).with_ranking(1).build(), {{0}});
    position(page, "<b>1 point</b>");
    CHECK(page.find("le projet préféré") == std::string::npos);
    const ACentre centre(an_election().with_costs({3, 2}).with_points(3, 3).build());
    auto value = a_standing(centre, Phase::counted);
    value.outcome = count::tally(centre.package.definition, std::vector<std::vector<election::Mark>>{{{0, 2}}, {{1, 2}}});
    const auto tied = publish::result_page(value, "fr");
    position(tied, "À égalité, ");
    CHECK(tied.find("le projet préféré") == std::string::npos);
}

TEST_CASE("an election without a ballot funds nothing and does not claim that the envelope ran out")
{
    const auto page = french_result(an_election().with_projects(150).build(), {});
    position(page, "Aucun projet n’est financé.");
    position(page, "<dd>0 / 150</dd>");
    CHECK(count_of(page, "<p class=\"why\">N’a reçu aucune voix.") == 150);
    CHECK(page.find("Fin de l’enveloppe") == std::string::npos);
}

TEST_CASE("all of 150 projects are on the page, once each")
{
    Ballots ballots;
    for (std::size_t project = 0; project < 150; ++project) ballots.push_back({project});
    const auto page = french_result(an_election().with_projects(150).without_ceiling().build(), ballots);
    CHECK(count_of(page, "<li class=\"project ") == 150);
    for (int i = 1; i <= 150; ++i) CHECK(count_of(page, "<h3>Projet " + std::to_string(i) + "</h3>") == 1);
}

TEST_CASE("where every project is funded, no list of others and no end of the envelope is shown")
{
    const auto page = french_result(an_election().with_costs({1'000, 2'000}).build(), {{0, 1}});
    CHECK(page.find("Projets non financés") == std::string::npos);
    CHECK(page.find("Fin de l’enveloppe") == std::string::npos);
}
