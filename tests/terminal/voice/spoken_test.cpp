#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "terminal/screens/gallery.hpp"
#include "terminal/screens/screen.hpp"
#include "terminal/voice/spoken.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/words.hpp"

using namespace isoloir;
using test::words;

namespace {

const election::Definition& an_election_to_hear()
{
    static const auto definition = [] {
        auto built = test::an_election().with_costs({9000, 23387, 13551, 19892, 49548, 40000, 49831, 5000, 6500, 3790, 1000, 2000}).build();
        for (auto& project : built.projects)
            for (const char* language : {"nl", "de", "en"}) project.title.by_language[language] = "Project " + project.id;
        return built;
    }();
    return definition;
}

ui::Node screen_of(const booth::State& state)
{
    return screens::screen(state, {an_election_to_hear(), words(state.session.language), 480, 270, 1.0});
}

booth::State state_of(const std::string& exhibit, const std::string& language = "fr")
{
    for (auto& candidate : screens::gallery(an_election_to_hear(), language))
        if (candidate.name == exhibit) return candidate.state;
    FAIL("no such exhibit: " << exhibit);
    return {};
}

/// All that a voter hears who arrives and walks through the whole screen, each button in its language.
std::string heard(const booth::State& state)
{
    const auto tree = screen_of(state);
    const std::string& language = state.session.language;
    std::string text = voice::spoken_screen(tree, words(language)) + "\n";
    for (const auto* node : ui::focus_order(tree))
        text += "  #" + node->id + " " + voice::spoken(tree, node->id, words(voice::language_of(node->id, language))) + "\n";
    return text;
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what is said of every screen is what its golden file holds")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    // French has them all; the others those whose words come from the voice's own messages.
    const std::set<std::string> of_others{"01-attract", "03-identify", "07-projects-chosen", "10-review", "15-receipt"};
    const std::string folder = std::string(ISOLOIR_SOURCE) + "/tests/terminal/voice/golden/";
    for (const auto& exhibit : screens::gallery(an_election_to_hear(), language)) {
        if (language != "fr" && of_others.count(exhibit.name) == 0) continue;
        const std::string path = folder + exhibit.name + "." + language + ".txt";
        const auto text = heard(exhibit.state);
        INFO(path);
        CHECK(text == test::golden(path, text));
    }
}

TEST_CASE("in every language every screen says something on arrival and of each of its buttons, without a sign that no voice knows")
{
    const std::string language = GENERATE(as<std::string>{}, "fr", "nl", "de", "en");
    for (const auto& exhibit : screens::gallery(an_election_to_hear(), language)) {
        const auto tree = screen_of(exhibit.state);
        std::istringstream lines(heard(exhibit.state));
        for (std::string line; std::getline(lines, line);) {
            INFO(exhibit.name << " " << language << ": " << line);
            for (const char* sign : {"€", "<", ">", "_", "·", "—", "\u202f", "\u00a0", "voice."}) CHECK_FALSE(contains(line, sign));
        }
        for (const auto* node : ui::focus_order(tree)) {
            INFO(exhibit.name << " " << language << " #" << node->id);
            CHECK(voice::spoken(tree, node->id, words(language)).size() > 1);
        }
    }
}

TEST_CASE("no two buttons of a screen sound alike")
{
    for (const auto& exhibit : screens::gallery(an_election_to_hear(), "fr")) {
        const auto tree = screen_of(exhibit.state);
        std::map<std::string, std::string> said;
        for (const auto* node : ui::focus_order(tree)) {
            const std::string id = node->id;
            const auto [known, fresh] = said.emplace(voice::spoken(tree, node->id, words("fr")), id);
            INFO(exhibit.name << " #" << id << " and #" << known->second << ": " << known->first);
            CHECK((fresh || known->second == id));
        }
    }
}

TEST_CASE("a voter who listens hears of each project what it costs, whether it is chosen, and where it stands")
{
    const auto tree = screen_of(state_of("07-projects-chosen"));
    CHECK(voice::spoken(tree, "look.1", words("fr")) == "Voir le projet Projet 2, Namur, nature, 23387 euros, bouton, Choisi. 2 sur 6.");
    CHECK(voice::spoken(tree, "toggle.1", words("fr")) == "Choisi, Projet 2, 23387 euros, bouton. 2 sur 6. Encore une pression : Retirer.");
    CHECK(voice::spoken(tree, "toggle.4", words("fr")) == "Choisir, Projet 5, 49548 euros, bouton, pas choisi. 5 sur 6.");
}

TEST_CASE("before the vote is cast, everything chosen is said on arrival")
{
    const auto said = voice::spoken_screen(screen_of(state_of("10-review")), words("fr"));
    for (const char* part : {"Vérifiez votre choix.", "134170 euros", "Liste de 4 éléments.", "Projet 1, 9000 euros.", "Projet 4, 19892 euros."})
        CHECK(contains(said, part));
    CHECK(said.rfind("Vérifiez votre choix.", 0) == 0);
}

TEST_CASE("the receipt says the whole tracker, and nothing of the choice")
{
    auto state = state_of("15-receipt");
    state.session.chosen = {{0, 1}, {1, 1}};
    const auto said = heard(state);
    CHECK(contains(said, "En 4 groupes. 7; K, comme Kilomètre; 2; M, comme Marie. 9;"));
    CHECK(contains(said, "B, comme Bruxelles; 8; H, comme Henri; C, comme César."));
    CHECK_FALSE(contains(said, "Projet"));
}

TEST_CASE("after a choice the button says its new state and the envelope what is left, and no more")
{
    const auto before = state_of("07-projects-chosen");
    auto after = before;
    after.session.chosen.push_back({4, 1});
    CHECK(voice::spoken_change(screen_of(before), screen_of(after), "toggle.4", words("fr")) ==
          "Choisi, Projet 5, 49548 euros, bouton. 5 sur 6. Encore une pression : Retirer. Il vous reste 84622 euros à dépenser. "
          "5 projets choisis : 115378 euros sur 200000 euros.");
}

TEST_CASE("after a project is put back on the review, what is left and how many remain is said though its button is gone")
{
    const auto before = state_of("10-review");
    auto after = before;
    after.session.chosen.erase(after.session.chosen.begin());
    const auto said = voice::spoken_change(screen_of(before), screen_of(after), "", words("fr"));
    CHECK(contains(said, "Il vous reste 143170 euros à dépenser."));
    CHECK(contains(said, "Liste de 3 éléments."));
}

TEST_CASE("each digit typed is said once, with how many stand there")
{
    const auto before = state_of("03-identify");
    auto after = before;
    after.session.typed += "0";
    CHECK(voice::spoken_change(screen_of(before), screen_of(after), "key.0", words("fr")) == "0. 7 caractères tapés.");
    CHECK(voice::spoken_change(screen_of(after), screen_of(before), "erase", words("fr")) == "0. 6 caractères tapés.");
}

TEST_CASE("a page that was turned says which one it is")
{
    const auto before = state_of("07-projects");
    auto after = before;
    after.session.browsing.page = 1;
    CHECK(contains(voice::spoken_change(screen_of(before), screen_of(after), "page.1", words("fr")), "Page 2 sur 2."));
}

TEST_CASE("when nothing changed, nothing is said")
{
    const auto tree = screen_of(state_of("07-projects-chosen"));
    CHECK(voice::spoken_change(tree, tree, "toggle.1", words("fr")).empty());
}

TEST_CASE("a language is offered in that language")
{
    CHECK(voice::language_of("start.nl", "fr") == "nl");
    CHECK(voice::language_of("language.de", "fr") == "de");
    CHECK(voice::language_of("go", "fr") == "fr");
}

TEST_CASE("of a node that is not there nothing is said")
{
    const auto tree = screen_of(state_of("07-projects"));
    CHECK(voice::spoken(tree, "", words("fr")).empty());
    CHECK(voice::spoken(tree, "toggle.99", words("fr")).empty());
}
