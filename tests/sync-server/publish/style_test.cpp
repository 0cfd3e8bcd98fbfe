#include "sync-server/publish/style.hpp"

#include <cmath>
#include <map>
#include <regex>

#include "sync-server/publish/page.hpp"
#include "sync-server/publish/scripted_pages.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

using Colours = std::map<std::string, std::string>;

/// The n-th `:root{…}` of the sheet: 0 by day, 1 by night.
Colours colours_of(int n, const std::string& sheet = publish::kStyle)
{
    std::size_t at = 0;
    for (int i = 0; i <= n; ++i) at = position(sheet.substr(at), ":root{") + at + 6;
    const std::string block = sheet.substr(at, sheet.find('}', at) - at);
    Colours colours;
    const std::regex colour("--([a-z0-9-]+):#([0-9A-F]{6})");
    for (std::sregex_iterator match(block.begin(), block.end(), colour), end; match != end; ++match) colours[(*match)[1]] = (*match)[2];
    return colours;
}

/// Relative luminance, WCAG 2.2.
double luminance(const std::string& hex)
{
    const auto channel = [&](std::size_t at) {
        const double value = std::stoi(hex.substr(at, 2), nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}

double contrast(const Colours& colours, const char* one, const char* other)
{
    const double a = luminance(colours.at(one));
    const double b = luminance(colours.at(other));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace

TEST_CASE("the page that checks a terminal wears the same colours, so that the same contrasts hold")
{
    const std::string sheet(publish::check_page().style);
    for (const int scheme : {0, 1}) {
        const Colours own = colours_of(scheme, sheet);
        CHECK(own.size() > 10);
        for (const auto& [name, colour] : own) {
            INFO(name);
            CHECK(colours_of(scheme).at(name) == colour);
        }
        for (const char* ground : {"paper", "surface"}) CHECK(contrast(own, "focus", ground) >= 7);  // it writes in it, too
    }
    // No colour of its own beside these.
    const std::string rules = sheet.substr(position(sheet, "*{box-sizing"));
    CHECK_FALSE(std::regex_search(rules, std::regex("#[0-9A-Fa-f]{3,8}\\b")));
}

TEST_CASE("every text stands out 7 to 1 and every sign 3 to 1 from its ground, by day and by night")
{
    const int scheme = GENERATE(0, 1);
    const Colours colours = colours_of(scheme);
    const std::pair<const char*, const char*> texts[]{{"ink", "paper"},       {"ink", "surface"},      {"ink2", "paper"},    {"ink2", "surface"},
                                                      {"go", "paper"},        {"go", "surface"},       {"on-go", "go"},      {"on-deep", "deep"},
                                                      {"on-deep2", "deep"},   {"chosen", "chosen-bg"}, {"ink", "chosen-bg"}, {"ink2", "chosen-bg"},
                                                      {"on-chosen", "chosen"}};
    for (const auto& [text, ground] : texts) {
        CAPTURE(scheme, text, ground);
        CHECK(contrast(colours, text, ground) >= 7);
    }
    const std::pair<const char*, const char*> signs[]{{"sun", "deep"},           {"sun", "rest"},    {"chosen", "paper"}, {"chosen", "surface"},
                                                      {"chosen", "chosen-rail"}, {"chosen", "rail"}, {"go", "rail"},      {"dash", "paper"},
                                                      {"dash", "surface"},       {"focus", "paper"}, {"focus", "surface"}};
    for (const auto& [sign, ground] : signs) {
        CAPTURE(scheme, sign, ground);
        CHECK(contrast(colours, sign, ground) >= 3);
    }
}

TEST_CASE("every colour of the sheet is one of those whose contrast is known")
{
    const std::string sheet = publish::kStyle;
    const std::regex variable(R"re(var\(--([a-z0-9-]+)\))re");
    for (const int scheme : {0, 1}) {
        const Colours colours = colours_of(scheme);
        for (std::sregex_iterator match(sheet.begin(), sheet.end(), variable), end; match != end; ++match) {
            INFO((*match)[1]);
            CHECK(colours.contains((*match)[1]));
        }
    }
    const auto rules = sheet.substr(position(sheet, "*{box-sizing"));
    const std::regex literal("#[0-9A-Fa-f]{3,8}");
    for (std::sregex_iterator match(rules.begin(), rules.end(), literal), end; match != end; ++match) CHECK(match->str() == "#FFFFFF");  // paper of a printer
}

TEST_CASE("the page has neither style nor script in itself, and its own content policy lets none in but this server's files")
{
    const ACentre centre;
    const auto page = publish::result_page(a_standing(centre, publish::Phase::counted, {{0}}), "de");
    const auto sheet = position(page, "<link rel=\"stylesheet\" href=\"/style.css\">");
    CHECK(position(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ") < sheet);
    position(page, "style-src 'self';");
    position(page, "script-src 'self';");
    CHECK(page.find("unsafe-inline") == std::string::npos);
    CHECK(page.find("<style") == std::string::npos);
    CHECK(page.find(" style=") == std::string::npos);
    CHECK(page.find("http://", page.find("</head>")) == std::string::npos);
    CHECK(page.find("https://") == std::string::npos);
}
