#include "sync-server/publish/result_csv.hpp"

#include "sync-server/publish/words.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Phase;
using publish::result_csv;

namespace {

using Row = std::vector<std::string>;

/// A reader by RFC 4180, but for semicolons; fails where a spreadsheet would guess.
std::vector<Row> read_csv(const std::string& text)
{
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    std::vector<Row> rows;
    Row row;
    std::size_t at = 3;
    while (at < text.size()) {
        std::string cell;
        if (text[at] == '"') {
            for (++at; text[at] != '"' || text[at + 1] == '"'; ++at) {
                if (text[at] == '"') ++at;
                cell += text[at];
                REQUIRE(at + 2 < text.size());
            }
            ++at;
        } else {
            while (text[at] != ';' && text[at] != '\r') cell += text[at++];
            CHECK(cell.find_first_of("\"\n") == std::string::npos);
        }
        row.push_back(cell);
        if (text[at] == ';') {
            ++at;
            continue;
        }
        REQUIRE(text.substr(at, 2) == "\r\n");
        at += 2;
        rows.push_back(std::move(row));
        row.clear();
    }
    CHECK(row.empty());
    return rows;
}

}  // namespace

TEST_CASE("the table holds each project in its rank, with its verdict and why")
{
    auto definition = an_election().with_costs({150'000, 40'000, 30'000, 1'000}).without_ceiling().build();
    definition.projects[1].cost = Money{4'000'050};
    const ACentre centre(definition);
    const auto rows = read_csv(*result_csv(a_standing(centre, Phase::counted, {{0, 1}, {0}, {0, 2}, {1}}), "fr"));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0] == Row{"Rang", "Référence", "Projet", "Lieu", "Thème", "Coût (EUR)", "Voix", "Décision", "Motif", "Tour", "Ce qui a décidé", "Valeur exacte",
                         "Soutiens"});
    CHECK(rows[1] == Row{"1", "p1", "Projet 1", "Namur", "nature", "150000", "3", "Financé",
                         "Tient dans l’enveloppe\u00a0: à son tour, il restait 200\u202f000\u00a0€.", "1", "3 voix", "3", "3"});
    CHECK(rows[2][5] == "40000,5");
    CHECK(rows[3] == Row{"3", "p3", "Projet 3", "Namur", "nature", "30000", "1", "Non financé",
                         "Ne tient pas dans l’enveloppe\u00a0: il coûte 30\u202f000\u00a0€, et à son tour, il restait 9\u202f999,50\u00a0€.", "", "", "", ""});
    CHECK(rows[4][8] == "N’a reçu aucune voix.");
}

TEST_CASE("where halls and online were counted apart the table holds the votes of each behind those of both")
{
    const ACentre centre(an_election().with_projects(2).build());
    auto value = a_standing_of_both(centre, {{0}, {0, 1}}, {{1}, {1}});
    const auto rows = read_csv(*result_csv(value, "fr"));
    CHECK(rows[0] == Row{"Rang", "Référence", "Projet", "Lieu", "Thème", "Coût (EUR)", "Voix", "En salle", "En ligne", "Décision", "Motif", "Tour",
                         "Ce qui a décidé", "Valeur exacte", "Soutiens"});
    CHECK(rows[1][1] == "p2");
    CHECK(Row(rows[1].begin() + 6, rows[1].begin() + 10) == Row{"3", "1", "2", "Financé"});
    CHECK(Row(rows[2].begin() + 6, rows[2].begin() + 10) == Row{"2", "2", "0", "Financé"});
    value.channels.reset();
    CHECK(read_csv(*result_csv(value, "fr"))[0].size() == 13);
    // Where there was one channel, its votes would stand there twice.
    CHECK(read_csv(*result_csv(a_standing_of_both(centre, {{0}, {1}}, {}), "fr"))[0].size() == 13);
    CHECK(read_csv(*result_csv(a_standing_of_both(centre, {}, {{0}, {1}}), "fr"))[0].size() == 13);
}

TEST_CASE("the table says exactly what decided a round, as text that no spreadsheet takes for a day, and who gave all")
{
    // Of 25 euros each, all three pay 20 for the first; the two others have 10 left for the second, and then nobody has anything.
    const ACentre centre(an_election()
                             .with_costs({60, 10, 30})
                             .with_envelope(Money{75'00})
                             .without_ceiling()
                             .with_rule({election::RuleKind::equal_shares, election::Satisfaction::votes})
                             .build());
    const auto rows = read_csv(*result_csv(a_standing(centre, Phase::counted, {{0, 2}, {0, 1}, {0, 1}}), "fr"));
    CHECK(Row(rows[0].begin() + 9, rows[0].end()) == Row{"Tour", "Ce qui a décidé", "Valeur exacte", "Soutiens", "Ont tout donné"});
    const auto of = [&](const char* id) -> const Row& { return *std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row[1] == id; }); };
    CHECK(Row(of("p2").begin() + 9, of("p2").end()) == Row{"1", "5\u00a0€ par personne", "5", "2", "0"});
    CHECK(Row(of("p1").begin() + 9, of("p1").end()) == Row{"2", "20\u00a0€ par personne", "20", "3", "0"});
    CHECK(Row(of("p3").begin() + 8, of("p3").end()) ==
          Row{"Les personnes qui l’ont choisi n’avaient plus ensemble que 5\u00a0€ des 30\u00a0€ qu’il coûte.", "", "", "", "", ""});

    const ACentre divided(an_election().with_costs({80}).without_ceiling().with_rule({election::RuleKind::phragmen}).build());
    const auto thirds = read_csv(*result_csv(a_standing(divided, Phase::counted, {{0}, {0}, {0}}), "en"));
    CHECK(Row(thirds[1].begin() + 9, thirds[1].end()) == Row{"1", "burden of €26.67 each", "'80/3", "3"});
}

TEST_CASE("titles are in the language asked for, and amounts as its spreadsheets read numbers")
{
    auto definition = an_election().with_projects(1).build();
    definition.projects[0].title.by_language = {{"fr", "Un banc"}, {"nl", "Een bank"}};
    definition.projects[0].cost = Money{105};
    const ACentre centre(definition);
    const auto value = a_standing(centre, Phase::counted, {{0}});
    CHECK(read_csv(*result_csv(value, "nl"))[1][2] == "Een bank");
    CHECK(read_csv(*result_csv(value, "en"))[1][2] == "Un banc");
    for (const auto& [language, cost] : {std::pair{"fr", "1,05"}, {"nl", "1,05"}, {"de", "1,05"}, {"en", "1.05"}})
        CHECK(read_csv(*result_csv(value, language))[1][5] == cost);
}

TEST_CASE("what strangers wrote comes back as they wrote it, and never as a formula")
{
    const std::vector<std::string> hostile{
        "=HYPERLINK(\"http://x\";\"y\")", "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\tx", "\rx", "\n=1", "a;b", "say \"yes\"", "\"", "two\nlines", "1 = 1", ""};
    auto definition = an_election().with_projects(hostile.size()).build();
    for (std::size_t i = 0; i < hostile.size(); ++i) {
        definition.projects[i].title.by_language = {{"fr", hostile[i]}};
        definition.projects[i].place = hostile[i];
        definition.projects[i].theme = hostile[i];
        definition.projects[i].id = hostile[i];
    }
    definition.ties = election::TieBreak::ballot_order;
    const ACentre centre(definition);
    const auto rows = read_csv(*result_csv(a_standing(centre, Phase::counted), "fr"));
    REQUIRE(rows.size() == hostile.size() + 1);
    for (std::size_t i = 0; i < hostile.size(); ++i) {
        REQUIRE(rows[i + 1].size() == 13);
        for (const std::size_t column : {1, 2, 3, 4}) CHECK(rows[i + 1][column] == (i < 7 ? "'" : "") + hostile[i]);
    }
}

TEST_CASE("points are called points, and before the count there is no table")
{
    const ACentre centre(an_election().with_projects(2).with_points(2, 3).build());
    CHECK(read_csv(*result_csv(a_standing(centre, Phase::counted, {{0}}), "de"))[0][6] == "Punkte");
    CHECK(result_csv(a_standing(centre, Phase::closed, {{0}}), "de").error().code == Errc::not_found);
}
