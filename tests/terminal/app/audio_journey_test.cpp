// A whole vote by ear: the resident sees nothing and goes by what the voice says, with five keys and the digits.

#include "terminal/voice/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/words.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"
#include "tests/terminal/app/heard_voice.hpp"

using namespace isoloir;
using namespace isoloir::test;
using ui::Key;

namespace {

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// Somebody who knows what was said, and nothing else.
struct Ear {
    ABoothDesk& booth;
    std::string language{"fr"};

    std::string word(const std::string& key) const { return words(language).text(key); }
    const std::string& last() const { return heard().back().text; }
    bool hears(const std::string& part) const
    {
        INFO("heard: " << last());
        CHECK(heard().back().language == language);
        return holds(last(), part);
    }
    /// Moves on until something is said that begins so. @return  false when all has been heard
    bool seek(const std::string& beginning) const
    {
        std::string first;
        for (;;) {
            const std::size_t said = heard().size();
            booth.key(Key::next);
            REQUIRE(heard().size() == said + 1);  // each move says one thing
            if (last().rfind(beginning, 0) == 0) return true;
            if (last() == first) return false;
            if (first.empty()) first = last();
        }
    }
    void choose(const std::string& beginning) const
    {
        INFO("sought: " << beginning);
        REQUIRE(seek(beginning));
        booth.key(Key::choose);
    }
    /// Turns pages, too.
    void choose_on_any_page(const std::string& beginning) const
    {
        while (!seek(beginning)) choose(word("page.next"));
        booth.key(Key::choose);
    }
    std::string spelt_tracker() const { return voice::spell(booth.state().session.tracker, words(language)); }
};

}  // namespace

TEST_CASE("a resident votes by what the voice says alone, with nothing on the glass")
{
    heard().clear();
    ABoothDesk booth;
    CHECK(heard().empty());  // nobody has asked for a voice
    Ear ear{booth};
    booth.key(Key::next);
    CHECK(ear.hears(ear.word("language.title")));
    ear.choose(ear.word("comfort.blank"));
    REQUIRE(booth.state().session.comfort.blank);
    booth.tap("back");  // what nobody sees, no finger touches by accident
    CHECK(booth.screen() == "language");

    ear.choose(ear.word("go.on"));
    CHECK(ear.hears(ear.word("identify.number.title")));
    for (std::size_t i = 0; i < kNumber.size(); ++i) {
        booth.type(kNumber.substr(i, 1));
        CHECK(ear.hears(kNumber.substr(i, 1) + ". " + words("fr").text("voice.typed", {{"count", i + 1}})));
    }
    ear.choose(ear.word("identify.check"));
    CHECK(ear.hears(ear.word("how.title")));
    ear.choose(ear.word("how.begin"));
    CHECK(ear.hears("200000 euros"));

    ear.choose_on_any_page(ear.word("project.choose") + ", Projet 7");
    CHECK(ear.hears(ear.word("project.chosen")));
    CHECK(ear.hears("130000 euros"));
    booth.key(Key::repeat);
    CHECK(ear.hears("130000 euros"));
    ear.choose(ear.word("list.filter"));
    ear.choose(ear.word("filter.order"));
    ear.choose(ear.word("order.cost"));
    booth.key(Key::back);
    ear.choose_on_any_page(ear.word("project.choose") + ", Projet 2");
    ear.choose(ear.word("review.go"));
    CHECK(ear.hears("Projet 7, 70000 euros"));
    CHECK(ear.hears("Projet 2, 20000 euros"));

    ear.choose(ear.word("review.on"));
    CHECK(ear.hears(ear.word("confirm.title")));
    CHECK(ear.hears(ear.spelt_tracker()));
    ear.choose(ear.word("confirm.cast"));
    CHECK(ear.hears(ear.word("receipt.title")));
    CHECK(ear.hears(ear.spelt_tracker()));
    CHECK(booth.ballots() == ballots({{1, 6}}));
    ear.choose(ear.word("receipt.finish"));
    CHECK(booth.screen() == "attract");

    const std::size_t said = heard().size();
    booth.tap("start.fr");
    CHECK(heard().size() == said);  // the next resident did not ask for a voice
}

TEST_CASE("each language is offered by its own voice, and the rest is said in the one that was chosen")
{
    heard().clear();
    ABoothDesk booth;
    booth.key(Key::next);
    const Ear french{booth};
    REQUIRE(french.seek("Nederlands"));
    CHECK(heard().back().language == "nl");
    booth.key(Key::choose);
    const Ear dutch{booth, "nl"};
    CHECK(dutch.hears(dutch.word("language.title")));
    dutch.choose(dutch.word("go.on"));
    CHECK(dutch.hears(dutch.word("identify.number.title")));
}
