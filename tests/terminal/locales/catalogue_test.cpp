#include "tests/support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "terminal/locales/catalogue.hpp"

using namespace isoloir;
using locales::Catalogue;

TEST_CASE("every language has every message")
{
    const auto french = Catalogue::load("fr").value().keys();
    for (const auto& language : Catalogue::languages()) {
        INFO(language);
        CHECK(Catalogue::load(language).value().keys() == french);
    }
    CHECK(Catalogue::languages() == std::vector<std::string>{"de", "en", "fr", "nl"});
}

TEST_CASE("every message is used by a screen or said by the voice")
{
    std::string source;
    for (const char* folder : {"/terminal/screens", "/terminal/voice"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(ISOLOIR_SOURCE) + folder)) {
            std::ifstream file(entry.path());
            std::ostringstream content;
            content << file.rdbuf();
            source += content.str();
        }
    for (const auto& key : Catalogue::load("fr").value().keys()) {
        // Keys that are put together: identify.<kind>.…, refused.<reason>.…, staff.event.<name>…
        const auto begins = [&](const char* with) { return key.starts_with(with); };
        const bool composed = begins("refused.") || begins("identify.number.") || begins("identify.code.") ||
                              (begins("how.") && (key.ends_with(".title") || key.ends_with(".text"))) || key == "language.name" /* Catalogue::name_of */ ||
                              begins("filter.") || begins("order.") || begins("staff.trouble.") || begins("staff.event.") || begins("staff.printer.") ||
                              begins("staff.reader.") || (begins("staff.check.") && key.ends_with(".ask"));
        INFO(key);
        CHECK((composed || source.find("\"" + key + "\"") != std::string::npos));
    }
}

TEST_CASE("amounts are written as each language writes them")
{
    const Money amount{12'645'000};
    CHECK(Catalogue::load("fr").value().money(amount) == "126\u202f450\u00a0€");
    CHECK(Catalogue::load("nl").value().money(amount) == "€\u00a0126.450");
    CHECK(Catalogue::load("de").value().money(amount) == "126.450\u00a0€");
    CHECK(Catalogue::load("en").value().money(amount) == "€126,450");
    CHECK(Catalogue::load("en").value().money(Money{1250}) == "€12.50");
}

TEST_CASE("plurals follow the language")
{
    const auto french = Catalogue::load("fr").value();
    const auto chosen = [&](std::size_t count) { return french.text("projects.chosen", {{"count", count}, {"spent", "A"}, {"total", "B"}}); };
    CHECK(chosen(0) == "Aucun projet choisi : A sur B");
    CHECK(chosen(1) == "1 projet choisi : A sur B");
    CHECK(chosen(3) == "3 projets choisis : A sur B");
}

TEST_CASE("a date is written out, and what is no date stays as it is")
{
    CHECK(Catalogue::load("fr").value().date("2022-08-15") == "15 août 2022");
    CHECK(Catalogue::load("nl").value().date("soon") == "soon");
}
