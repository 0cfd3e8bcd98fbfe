#include "sync-server/publish/words.hpp"

#include <cstring>
#include <map>
#include <regex>
#include <set>

#include "sync-server/publish/page.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rule_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using publish::amount_in;
using publish::number_in;
using publish::Words;
using publish::words_in;

namespace {

constexpr std::size_t kSentenceCount = sizeof(Words) / sizeof(const char*);

/// A struct of sentences alone: each pointer in it is one.
std::array<const char*, kSentenceCount> sentences_of(const Words& words)
{
    std::array<const char*, kSentenceCount> sentences{};
    std::memcpy(sentences.data(), &words, sizeof words);
    return sentences;
}

}  // namespace

TEST_CASE("every sentence of the pages is there in all four languages")
{
    for (const char* language : publish::kLanguages) {
        const Words& words = words_in(language);
        CHECK(std::string(words.language) == language);
        const auto sentences = sentences_of(words);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            INFO(language << " sentence " << i);
            REQUIRE(sentences[i] != nullptr);
            CHECK(std::strlen(sentences[i]) > 0);
        }
        for (const std::string sentence : {words.did_fit, words.did_not_fit}) CHECK(sentence.find("{left}") != std::string::npos);
    }
    CHECK(std::string(words_in("it").language) == "fr");
}

TEST_CASE("the words of rules and rounds are there in all four languages, each with the same blanks")
{
    const auto blanks = [](const auto& words) {
        std::array<const char*, sizeof words / sizeof(const char*)> sentences{};
        std::memcpy(sentences.data(), &words, sizeof words);
        std::vector<std::set<std::string>> found;
        for (const std::string sentence : sentences) {
            CHECK_FALSE(sentence.empty());
            const std::regex blank("\\{[a-z]+\\}");
            found.emplace_back();
            for (std::sregex_iterator at(sentence.begin(), sentence.end(), blank), end; at != end; ++at) CHECK(found.back().insert(at->str()).second);
        }
        return found;
    };
    for (const char* language : publish::kLanguages) {
        CAPTURE(language);
        CHECK(blanks(publish::rule_words(words_in(language))) == blanks(publish::rule_words(words_in("fr"))));
        CHECK(blanks(publish::round_words(words_in(language))) == blanks(publish::round_words(words_in("fr"))));
    }
}

TEST_CASE("no sentence stands twice in one language, and no long one is left in another's")
{
    std::map<std::string, std::string> seen;
    for (const char* language : publish::kLanguages) {
        std::set<std::string> own;
        for (const std::string sentence : sentences_of(words_in(language))) {
            INFO(language << ": " << sentence);
            // A singular may look like its plural, and short words are shared: "ref.", "Participation".
            if (sentence.size() < 15) continue;
            CHECK(own.insert(sentence).second);
            CHECK(seen.emplace(sentence, language).second);
        }
    }
}

TEST_CASE("amounts and numbers are written as each language writes them")
{
    CHECK(amount_in(words_in("fr"), Money{4'954'800}) == "49\u202f548\u00a0€");
    CHECK(amount_in(words_in("nl"), Money{4'954'800}) == "€\u00a049.548");
    CHECK(amount_in(words_in("de"), Money{4'954'800}) == "49.548\u00a0€");
    CHECK(amount_in(words_in("en"), Money{4'954'800}) == "€49,548");
    CHECK(amount_in(words_in("fr"), Money{4'954'850}) == "49\u202f548,50\u00a0€");
    CHECK(amount_in(words_in("nl"), Money{105}) == "€\u00a01,05");
    CHECK(amount_in(words_in("en"), Money{105}) == "€1.05");
    CHECK(amount_in(words_in("de"), Money{0}) == "0\u00a0€");
    CHECK(number_in(words_in("fr"), 999) == "999");
    CHECK(number_in(words_in("fr"), 1'234'567) == "1\u202f234\u202f567");
    CHECK(number_in(words_in("nl"), 1000) == "1.000");
    CHECK(number_in(words_in("en"), 100'000) == "100,000");
}

TEST_CASE("what is no whole number is rounded to be read, and never to nothing")
{
    using publish::rounded_amount_in;
    using publish::rounded_in;
    CHECK(rounded_in(words_in("fr"), 20) == "20");
    CHECK(rounded_in(words_in("fr"), 3.5) == "3,5");
    CHECK(rounded_in(words_in("en"), 1234.567) == "1,234.57");
    CHECK(rounded_in(words_in("de"), 0.200419) == "0,2004");
    CHECK(rounded_in(words_in("nl"), 0.000031234) == "0,00003123");
    CHECK(rounded_in(words_in("en"), 0) == "0");
    CHECK(rounded_amount_in(words_in("fr"), 12.4) == "12,40\u00a0€");
    CHECK(rounded_amount_in(words_in("nl"), 20) == "€\u00a020");
    CHECK(rounded_amount_in(words_in("en"), 0.25) == "€0.25");
    CHECK(rounded_amount_in(words_in("de"), 0.99999) == "1\u00a0€");
}

TEST_CASE("supporters who lacked the smallest part of a cent are not said to have had the whole cost")
{
    const auto definition = an_election().with_costs({8000}).build();
    const auto had = [&](const char* fraction, double decimal) {
        return publish::supporters_had(definition, {0, 1, count::Verdict::supporters_ran_out, {}, {fraction, decimal}});
    };
    CHECK(had("7999999999999999999/1000000000000000", 8000) == Money{7999'99});
    CHECK(had("29/100", 0.29) == Money{29});
    CHECK(had("40/3", 40.0 / 3) == Money{13'33});
    CHECK_FALSE(had("", 0));
}

TEST_CASE("one vote is not votes")
{
    const ACentre centre(an_election().with_projects(2).build());
    const auto value = a_standing(centre, publish::Phase::counted, {{0, 1}, {0}});
    for (const auto& [language, one, two] : {std::array{"nl", "1 stem<", "2 stemmen<"}, {"de", "1 Stimme<", "2 Stimmen<"}, {"en", "1 vote<", "2 votes<"}}) {
        const auto page = publish::result_page(value, language);
        position(page, std::string(">") + one);
        position(page, std::string(">") + two);
    }
}

TEST_CASE("the public learns a reason for every refusal, and no two languages skip one")
{
    for (const char* language : publish::kLanguages)
        for (const store::Reason reason : store::kReasons) CHECK(std::strlen(publish::public_reason(words_in(language), reason)) > 0);
    const Words& words = words_in("fr");
    CHECK(publish::public_reason(words, store::Reason::revoked) == words.stranger);
    CHECK(publish::public_reason(words, store::Reason::after_fork) == words.cloned);
    CHECK(publish::public_reason(words, store::Reason::not_open) == words.out_of_time);
    CHECK(publish::public_reason(words, store::Reason::online_choice) == words.bad_line);
    CHECK(publish::public_reason(words, store::Reason::gap) == words.out_of_order);
    CHECK(publish::public_reason(words, store::Reason::signature) == words.forged);
    CHECK(publish::public_reason(words, store::Reason::opening) == words.caught);
}
