#include "terminal/voice/reading.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>
#include <vector>

namespace isoloir::voice {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

std::string without_markup(const std::string& markup)
{
    std::string text;
    bool in_tag = false;
    for (const char c : markup) {
        if (c == '<') in_tag = true;
        if (!in_tag) text += c;
        if (c == '>') in_tag = false;
    }
    // The ampersand last: what it writes out is text, not the beginning of another sign.
    constexpr std::array<std::pair<const char*, const char*>, 5> kSigns{{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
    for (const auto& [written, meant] : kSigns) replace_all(text, written, meant);
    return text;
}

/// "12.645,50" -> 12645 and 50, in any of the languages: a group has three digits, cents have two.
std::string amount_in_words(const std::string& written, const locales::Catalogue& words)
{
    std::string digits;
    std::size_t behind_point = 0;
    for (const char c : written) {
        const bool digit = c >= '0' && c <= '9';
        if (digit) digits += c;
        behind_point = digit ? behind_point + 1 : 0;
    }
    std::size_t cents = 0;
    if (behind_point == 2 && digits.size() < written.size()) {
        cents = std::stoul(digits.substr(digits.size() - 2));
        digits.resize(digits.size() - 2);
    }
    return words.text("voice.amount", {{"digits", digits}, {"euros", static_cast<std::size_t>(std::stoull(digits))}, {"cents", cents}});
}

std::string with_amounts_in_words(const std::string& text, const locales::Catalogue& words)
{
    static const std::string number = "[0-9]{1,3}(?:(?:\u202f|\u00a0|[.,])?[0-9]{3}){0,4}(?:[.,][0-9]{2})?";
    static const std::regex amount("€(?:\u00a0| )?(" + number + ")|(" + number + ")(?:\u00a0| )€");
    std::string out;
    auto rest = text.cbegin();
    for (std::sregex_iterator match(text.begin(), text.end(), amount), end; match != end; ++match) {
        out.append(rest, (*match)[0].first);
        out += amount_in_words((*match)[1].matched ? (*match)[1] : (*match)[2], words);
        rest = (*match)[0].second;
    }
    return out.append(rest, text.cend());
}

std::vector<std::string> groups_of(std::string_view code)
{
    std::vector<std::string> groups(1);
    for (const char c : code) {
        if (c == '.' || c == '-') groups.emplace_back();
        else if (c != '_') groups.back() += c;
    }
    groups.erase(std::remove(groups.begin(), groups.end(), ""), groups.end());
    return groups;
}

std::string sign(char c, const locales::Catalogue& words)
{
    return words.text("voice.letter", {{"letter", std::string(1, c)}});
}

std::string typed(const std::vector<std::string>& groups, const locales::Catalogue& words)
{
    std::size_t count = 0;
    for (const auto& group : groups) count += group.size();
    return words.text("voice.typed", {{"count", count}});
}

}  // namespace

std::string read_out(const std::string& label, bool markup, const locales::Catalogue& words)
{
    static const std::regex page("([0-9]+)/([0-9]+)");
    std::smatch match;
    if (std::regex_match(label, match, page)) return words.text("voice.position", {{"index", match[1].str()}, {"count", match[2].str()}});

    std::string text = with_amounts_in_words(markup ? without_markup(label) : label, words);
    for (const char* separator : {" · ", " — ", " – "}) replace_all(text, separator, ", ");
    replace_all(text, "_", "");  // where one types
    replace_all(text, "\u00a0", " ");
    replace_all(text, "\u202f", "");
    // The synthesizer takes control signs for commands, and titles are written by others.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

bool is_code(std::string_view label)
{
    const auto belongs = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_'; };
    return !label.empty() && std::all_of(label.begin(), label.end(), belongs);
}

std::string spell(std::string_view code, const locales::Catalogue& words)
{
    const auto groups = groups_of(code);
    const bool unfinished = code.find('_') != std::string_view::npos;
    std::string text = unfinished ? typed(groups, words) : words.text("voice.groups", {{"count", groups.size()}});
    for (const std::string& group : groups) {
        const char* between = ". ";
        for (const char c : group) text += std::exchange(between, "; ") + sign(c, words);
    }
    return text;
}

std::string spell_last(std::string_view code, const locales::Catalogue& words)
{
    const auto groups = groups_of(code);
    return groups.empty() ? typed(groups, words) : sign(groups.back().back(), words) + ". " + typed(groups, words);
}

}  // namespace isoloir::voice
