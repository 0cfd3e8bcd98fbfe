#include "sync-server/publish/html.hpp"

#include <algorithm>

namespace isoloir::publish {

std::string escaped(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            default: html += c;
        }
    }
    return html;
}

std::string element(std::string_view open, std::string_view text)
{
    const std::string name(open.substr(0, open.find(' ')));
    return "<" + std::string(open) + ">" + escaped(text) + "</" + name + ">";
}

std::string element(std::string_view open, const election::Texts& texts, const std::string& language)
{
    const std::string& text = texts.in(language);
    if (texts.by_language.contains(language)) return element(open, text);
    // As Texts::in falls back.
    return element(std::string(open) + " lang=\"" + escaped(texts.by_language.begin()->first) + "\"", text);
}

std::string file_item(const std::string& name, std::string_view what)
{
    return "<li>" + element("a href=\"/" + name + "\"", name) + " – " + escaped(what) + "</li>";
}

std::string percent(std::uint64_t part, std::uint64_t whole)
{
    const std::uint64_t hundredths = whole == 0 ? 0 : std::min(part, whole) * 10'000 / whole;
    const std::string decimals = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (decimals.size() == 1 ? ".0" : ".") + decimals + "%";
}

}  // namespace isoloir::publish
