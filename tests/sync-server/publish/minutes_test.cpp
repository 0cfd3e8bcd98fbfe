#include "sync-server/publish/minutes.hpp"

#include <cstring>
#include <regex>

#include "sync-server/publish/minutes_content.hpp"
#include "sync-server/publish/minutes_words.hpp"
#include "sync-server/publish/paper.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::Look;
using publish::Phase;

namespace {

const std::filesystem::path kFonts = ISOLOIR_BIN "/../share/isoloir/fonts";
const std::string kResult = "header.payload.signature";
const std::chrono::sys_seconds kEvening{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + std::chrono::hours{21}};

publish::Standing counted(const ACentre& centre, const std::vector<std::vector<std::size_t>>& ballots)
{
    auto value = a_standing(centre, Phase::counted, ballots);
    value.checkpoint = log::sign_checkpoint({1234, crypto::sha256(bytes_of("log"))}, centre.package.id, centre.log);
    value.report.refused = 3;
    value.report.reasons = {{store::Reason::signature, 2}, {store::Reason::proof, 1}};
    value.report.channels[0].refused = 3;
    return value;
}

std::string text_of(const std::vector<publish::Line>& lines)
{
    std::string text;
    for (const auto& line : lines) {
        for (const auto& cell : line.cells) text += "|" + cell.text + (cell.note.empty() ? "" : "\\" + cell.note);
        text += "\n";
    }
    return text;
}

std::string pdf_of(const publish::Standing& standing, const char* language, const std::filesystem::path& fonts = kFonts)
{
    return publish::minutes_pdf({standing, kResult, kEvening, fonts}, language).value();
}

std::size_t pages_in(const std::string& pdf)
{
    const std::regex page("/Type /Page[^s]");
    return static_cast<std::size_t>(std::distance(std::sregex_iterator(pdf.begin(), pdf.end(), page), {}));
}

}  // namespace

TEST_CASE("the minutes account for every ballot, and for every euro up to the line of the envelope")
{
    const ACentre centre(an_election().with_costs({150'000, 40'000, 30'000, 1'000}).without_ceiling().build());
    const auto value = counted(centre, {{0, 1}, {0}, {0, 2}, {1}});
    const auto text = text_of(publish::minutes_content(value, kResult, publish::words_in("fr")).value());
    position(text, "|Procès-verbal de dépouillement\n|Budget participatif\n|Conseil de|Séance du\n|Période de vote|1 janvier 2026 au 31 décembre 2026\n");
    position(text, "|Jambes|9|4|2|3|0\n|Total|9|4|2|3|0\n");
    position(text, "|Motifs des refus|Refusés\n|Falsifié ou abîmé|3\n");
    position(text,
             "|1|Projet 1 (réf.\u00a0p1)|Namur|150\u202f000\u00a0€|3|150\u202f000\u00a0€|Financé\n"
             "|2|Projet 2 (réf.\u00a0p2)|Namur|40\u202f000\u00a0€|2|190\u202f000\u00a0€|Financé\n"
             "|Fin de l’enveloppe : 190\u202f000\u00a0€ attribués sur 200\u202f000\u00a0€, reste 10\u202f000\u00a0€.\n"
             "|3|Projet 3 (réf.\u00a0p3)\\Ne tient pas dans l’enveloppe\u00a0: il coûte 30\u202f000\u00a0€, et à son tour, il restait "
             "10\u202f000\u00a0€.|Namur|30\u202f000\u00a0€|1|–|Non financé\n");
    position(text, "|Enregistrements dans le journal|1\u202f234\n");
    position(text, "|SHA-256 de result.jws|");
    position(text, "https://vote.example.org");
    // Four ballots are too few to be published: nobody is sent to a file that is not there.
    CHECK(text.find("result.pb") == std::string::npos);
}

TEST_CASE("the minutes name the rule, tell each round, and say how to count again")
{
    const election::Rule rule{election::RuleKind::equal_shares, {}, election::Completion::greedy};
    auto definition = an_election().with_costs({60, 50, 30}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build();
    definition.batch_minimum = 3;
    const ACentre centre(definition);
    const auto value = counted(centre, {{0, 2}, {0}, {0, 1}});
    const auto text = text_of(publish::minutes_content(value, kResult, publish::words_in("en")).value());
    position(text, "|This is the Method of Equal Shares.\n");
    position(text,
             "|The envelope, round by round\n"
             "|Round|Project|Cost|What decided|Supporters|Left after\n"
             "|1|Projet 1 (ref.\u00a0p1)|€60|€20 each\\€333.33 per €1,000 of cost|3|€40\n"
             "|2|Projet 3 (ref.\u00a0p3)\\Completion|€30|1 vote|1|€10\n");
    position(text, "“isoloir-verify tally result.pb --rule mes --satisfaction cost --completion greedy”");
}

TEST_CASE("where few voted, the minutes tell no round and say why")
{
    auto definition = an_election().with_costs({60, 50}).with_envelope(Money{100'00}).without_ceiling().with_rule({election::RuleKind::equal_shares}).build();
    definition.batch_minimum = 5;
    const ACentre centre(definition);
    auto value = counted(centre, {{0}});
    value.outcome = counting::tally(definition, std::vector<counting::OpenedRound>{{counting::Channel::all, {ballots({{0}, {0}, {0, 1}}), 0}}});
    const auto text = text_of(publish::minutes_content(value, kResult, publish::words_in("en")).value());
    position(text, "|The envelope, round by round\n|The rounds are not shown: with fewer than 5 ballots");
    CHECK(text.find("|Round|") == std::string::npos);
}

TEST_CASE("before the count there are no minutes, and none over a checkpoint that the log has not signed")
{
    const ACentre centre;
    auto value = counted(centre, {{0}});
    value.phase = Phase::closed;
    CHECK(publish::minutes_pdf({value, kResult, kEvening, kFonts}, "fr").error().code == Errc::not_found);
    value.phase = Phase::counted;
    value.checkpoint[value.checkpoint.size() - 8] ^= 1;
    CHECK_FALSE(publish::minutes_pdf({value, kResult, kEvening, kFonts}, "fr"));
}

TEST_CASE("the PDF bears its title, its language and the date it is given, and the same count makes the same bytes")
{
    const ACentre centre;
    const auto value = counted(centre, {{0}, {1}});
    for (const char* language : publish::kLanguages) {
        const auto pdf = pdf_of(value, language);
        CHECK(pdf.starts_with("%PDF-1.4"));
        CHECK(pdf.ends_with("%%EOF\n"));
        CHECK(pdf.find(std::string("<< /Lang (") + language + ")") != std::string::npos);
        CHECK(pdf.find("20260601210000") != std::string::npos);
        CHECK(pdf.find("/Title ") != std::string::npos);
        CHECK(pdf == pdf_of(value, language));
    }
}

TEST_CASE("the table of many projects with endless titles flows over pages, and each line fits on one")
{
    auto definition = an_election().with_projects(120).without_ceiling().build();
    for (std::size_t i = 0; i < 120; i += 7) definition.projects[i].title.by_language["fr"] = std::string(20'000, i % 2 == 0 ? 'm' : ' ') + "fin";
    definition.projects[1].title.by_language["fr"] = "Un\nbanc\npublic";
    const ACentre centre(definition);
    const auto value = counted(centre, {{0}, {1}, {2}});
    const auto paper = publish::Paper::create(kFonts, "fr").value();
    const auto lines = publish::minutes_content(value, kResult, publish::words_in("fr")).value();
    for (const auto& line : lines) CHECK(paper->strip(line).height < publish::kPrintHeight / 4);
    CHECK(pages_in(pdf_of(value, "fr")) > 4);
    const ACentre village;
    CHECK(pages_in(pdf_of(counted(village, {{0}}), "fr")) <= 3);
}

TEST_CASE("a long title takes more lines, and a short one no more than it needs")
{
    const auto paper = publish::Paper::create(kFonts, "fr").value();
    const auto height = [&](const std::string& title) { return paper->strip({Look::row, publish::Grid::ranking, {{"1"}, {title}}}).height; };
    CHECK(height("Un sentier le long de la Meuse, avec des bancs, des arbres et une fontaine pour tous") > 2 * height("Un banc") - 10);
}

TEST_CASE("without fonts of its own the server writes with those of the system")
{
    const ACentre centre;
    CHECK(pages_in(pdf_of(counted(centre, {{0}}), "nl", "/nowhere")) > 0);
}

TEST_CASE("every word of the minutes is there in all four languages, with its blanks")
{
    for (const char* language : publish::kLanguages) {
        const auto& words = publish::minutes_words(publish::words_in(language));
        std::array<const char*, sizeof words / sizeof(const char*)> sentences{};
        std::memcpy(sentences.data(), &words, sizeof words);
        for (const char* sentence : sentences) {
            REQUIRE(sentence != nullptr);
            CHECK(std::strlen(sentence) > 0);
        }
        for (const char* blank : {"{spent}", "{envelope}", "{left}"}) CHECK(std::string(words.line).find(blank) != std::string::npos);
        CHECK(std::string(words.check).find("{site}") != std::string::npos);
    }
}
