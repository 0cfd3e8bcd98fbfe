#include "tests/support/catch.hpp"

#include "terminal/voice/reading.hpp"
#include "tests/support/words.hpp"

using namespace isoloir;
using test::words;
using voice::read_out;

TEST_CASE("an amount is said as one number and a currency, in every language")
{
    const Money amount{12'645'000};
    CHECK(read_out(words("fr").money(amount), false, words("fr")) == "126450 euros");
    CHECK(read_out(words("nl").money(amount), false, words("nl")) == "126450 euro");
    CHECK(read_out(words("de").money(amount), false, words("de")) == "126450 Euro");
    CHECK(read_out(words("en").money(amount), false, words("en")) == "126450 euros");
}

TEST_CASE("however an amount is written, all its digits are said together")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    const std::int64_t euros = GENERATE(as<std::int64_t>{}, 0, 1, 2, 999, 1000, 9'999, 65'830, 126'450, 1'000'000, 2'500'001, 9'876'543'210);
    const std::string said = read_out("A " + words(language).money(Money{euros * 100}) + ", B", false, words(language));
    INFO(said);
    CHECK(said.rfind("A " + std::to_string(euros) + " ", 0) == 0);
    CHECK(said.substr(said.size() - 3) == ", B");
    CHECK(said.find("€") == std::string::npos);
}

TEST_CASE("cents are said where there are any, and one is one")
{
    CHECK(read_out(words("fr").money(Money{1'250}), false, words("fr")) == "12 euros et 50 centimes");
    CHECK(read_out(words("fr").money(Money{101}), false, words("fr")) == "1 euro et 1 centime");
    CHECK(read_out(words("nl").money(Money{1'234'505}), false, words("nl")) == "12345 euro en 5 cent");
    CHECK(read_out(words("de").money(Money{1'250}), false, words("de")) == "12 Euro und 50 Cent");
    CHECK(read_out(words("en").money(Money{101}), false, words("en")) == "1 euro and 1 cent");
    CHECK(read_out(words("fr").money(Money{100'000'000}), false, words("fr")) == "1000000 d’euros");
}

TEST_CASE("two amounts in a sentence are two amounts")
{
    const auto& fr = words("fr");
    CHECK(read_out(fr.money(Money{6'583'000}) + " sur " + fr.money(Money{20'000'000}), false, fr) == "65830 euros sur 200000 euros");
}

TEST_CASE("markup is not said, and what it writes out is said as it is meant")
{
    const auto& fr = words("fr");
    CHECK(read_out("Il reste <span size=\"150%\">9\u202f000\u00a0€</span> à dépenser", true, fr) == "Il reste 9000 euros à dépenser");
    CHECK(read_out("<b>Bois &amp; prés &lt;3 l&#39;été &amp;lt;</b>", true, fr) == "Bois & prés <3 l'été &lt;");
    CHECK(read_out("a < b", false, fr) == "a < b");  // a title is no markup
}

TEST_CASE("dots and dashes that part words are pauses, and a short page number is said in words")
{
    const auto& fr = words("fr");
    CHECK(read_out("Retirer — Namur · nature", false, fr) == "Retirer, Namur, nature");
    CHECK(read_out("1/2", false, fr) == "1 sur 2");
    CHECK(read_out("12\u202f345 votes", false, fr) == "12345 votes");
}

TEST_CASE("a title cannot command the synthesizer")
{
    CHECK(read_out("Parc\x01"
                   "300S vert\n",
                   false, words("fr")) == "Parc 300S vert ");
}

TEST_CASE("a tracker is spelt in its groups, each letter with a word that begins with it")
{
    CHECK(voice::spell("7K2M-9QDX", words("fr")) ==
          "En 2 groupes. 7; K, comme Kilomètre; 2; M, comme Marie. 9; Q, comme Québec; D, comme David; X, comme Xavier");
    CHECK(voice::spell("7K2M-9QDX", words("en")) == "In 2 groups. 7; K, as in Kilo; 2; M, as in Mike. 9; Q, as in Quebec; D, as in Delta; X, as in Xray");
}

TEST_CASE("every letter has a word of its own in every language")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const std::string said = words(language).text("voice.letter", {{"letter", std::string(1, letter)}});
        const auto word = said.find_last_of(' ');
        INFO(language << " " << said);
        REQUIRE(word != std::string::npos);
        CHECK(said[0] == letter);
        CHECK((said[word + 1] == letter || said.substr(word + 1) == "Émile"));
    }
}

TEST_CASE("while a number is typed, what is there is counted and spelt, and what is not is not said")
{
    const auto& fr = words("fr");
    CHECK(voice::spell("__.__.__-___.__", fr) == "Rien n’est encore tapé");
    CHECK(voice::spell("85.0_.__-___.__", fr) == "3 caractères tapés. 8; 5. 0");
    CHECK(voice::spell_last("85.0_.__-___.__", fr) == "0. 3 caractères tapés");
    CHECK(voice::spell_last("K_", fr) == "K, comme Kilomètre. 1 caractère tapé");
    CHECK(voice::spell_last("_", fr) == "Rien n’est encore tapé");
}

TEST_CASE("a code is told from words")
{
    for (const char* code : {"7K2M-9QDX-04TZ-B8HC", "85.07.30-033.28", "_", "K7QD2M_"}) CHECK(voice::is_code(code));
    for (const char* label : {"", "Il vous reste", "134\u202f170\u00a0€", "Namur"}) CHECK_FALSE(voice::is_code(label));
}
