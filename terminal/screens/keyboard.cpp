#include "terminal/screens/keyboard.hpp"

#include <array>
#include <vector>

namespace isoloir::screens {

using namespace ui;

namespace {

using Keys = std::vector<std::string>;

struct Typewriter {
    std::array<Keys, 3> letters;
    Keys accents;
};

/// Belgium writes French and Dutch alike on AZERTY.
const Typewriter& typewriter_of(const std::string& language)
{
    static const Typewriter azerty{
        {{{"a", "z", "e", "r", "t", "y", "u", "i", "o", "p"}, {"q", "s", "d", "f", "g", "h", "j", "k", "l", "m"}, {"w", "x", "c", "v", "b", "n", "’", "-"}}},
        {"é", "è", "ê", "ë", "à", "â", "ç", "ù", "ô", "î"}};
    static const Typewriter qwertz{
        {{{"q", "w", "e", "r", "t", "z", "u", "i", "o", "p"}, {"a", "s", "d", "f", "g", "h", "j", "k", "l", "’"}, {"y", "x", "c", "v", "b", "n", "m", "-"}}},
        {"ä", "ö", "ü", "ß", "é", "è", "à", "ç"}};
    static const Typewriter qwerty{
        {{{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p"}, {"a", "s", "d", "f", "g", "h", "j", "k", "l", "’"}, {"z", "x", "c", "v", "b", "n", "m", "-"}}},
        {"é", "è", "ê", "à", "ç", "ö", "ü", "ï"}};
    if (language == "de") return qwertz;
    return language == "en" ? qwerty : azerty;
}

const Keys kFigures{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};

Node key(const std::string& character, double height)
{
    return button("key." + character, character).growing().with_padding(1).at_least(13, height);
}

Node erase_key(const KeyboardWords& words, double height)
{
    return button("erase", words.erase).with_icon("backspace").with_padding(1, 2).at_least(13, height);
}

Node space_key(const KeyboardWords& words, double height)
{
    return button("key.space", words.space).with_icon("space").with_padding(1, 2).growing(3).at_least(30, height);
}

Node line(const Keys& keys, double height)
{
    Node row_of_keys = row({}).with_gap(2.6);
    for (const std::string& character : keys) row_of_keys.children.push_back(key(character, height));
    return row_of_keys;
}

void append(Node& target, Node&& more)
{
    for (Node& child : more.children) target.children.push_back(std::move(child));
}

bool is_letter(const std::string& character)
{
    return character.size() == 1 && character[0] >= 'a' && character[0] <= 'z';
}

}  // namespace

Node code_keys(const std::string& language, const KeyboardWords& words, bool compact, double least_height)
{
    Node pad = column({}).with_gap(2.6);
    Node figures = line(kFigures, least_height);
    std::size_t of_figures = 0;
    for (const Keys& row_of_letters : typewriter_of(language).letters) {
        Keys capitals;
        for (const std::string& character : row_of_letters)
            if (is_letter(character)) capitals.emplace_back(1, static_cast<char>(character[0] - 'a' + 'A'));
        pad.children.push_back(line(capitals, least_height));
        // In three rows the figures stand behind the letters.
        for (std::size_t i = 0; compact && i < 4 && of_figures < figures.children.size(); ++i)
            pad.children.back().children.push_back(std::move(figures.children[of_figures++]));
    }
    if (!compact) pad.children.insert(pad.children.begin(), std::move(figures));
    pad.children.back().children.push_back(erase_key(words, least_height));
    return pad;
}

Node word_keys(const std::string& language, const KeyboardWords& words, bool compact, double least_height)
{
    const Typewriter& typewriter = typewriter_of(language);
    Node pad = column({}).with_gap(2.6);
    for (const Keys& row_of_letters : typewriter.letters) pad.children.push_back(line(row_of_letters, least_height));
    if (compact) {
        // The looked-for word is found without accents, too.
        pad.children.back().children.push_back(space_key(words, least_height));
        pad.children.back().children.push_back(erase_key(words, least_height));
        return pad;
    }
    pad.children.insert(pad.children.begin(), line(typewriter.accents, least_height));
    Node last = row({space_key(words, least_height), erase_key(words, least_height)}).with_gap(2.6);
    append(pad.children.back(), std::move(last));
    return pad;
}

Node number_keys(const KeyboardWords& words, bool compact, double least_height)
{
    const std::vector<Keys> rows = compact ? std::vector<Keys>{{"1", "2", "3", "4", "5"}, {"6", "7", "8", "9", "0"}}
                                           : std::vector<Keys>{{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"0"}};
    Node pad = column({}).with_gap(2.6);
    for (const Keys& keys : rows) pad.children.push_back(line(keys, least_height));
    pad.children.back().children.push_back(erase_key(words, least_height).growing(compact ? 1 : 2));
    return pad;
}

}  // namespace isoloir::screens
