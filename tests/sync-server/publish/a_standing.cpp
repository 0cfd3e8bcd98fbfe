#include "tests/sync-server/publish/a_standing.hpp"

#include <algorithm>
#include <regex>

#include "tests/support/catch.hpp"

namespace isoloir::test {

void check_page(const std::string& page)
{
    const std::regex element(R"re(<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+="[^"<>]*")*)>)re");
    std::vector<std::string> open;
    std::size_t seen = 0;
    std::size_t tables = 0;
    std::size_t captions = 0;
    std::vector<int> headings;
    for (std::sregex_iterator at(page.begin(), page.end(), element), end; at != end; ++at) {
        const std::string name = (*at)[2];
        const std::string attributes = (*at)[3];
        INFO("<" << name << attributes << ">");
        ++seen;
        if (name == "meta" || name == "link" || name == "input") continue;
        if ((*at)[1].length() != 0) {
            REQUIRE_FALSE(open.empty());
            REQUIRE(open.back() == name);
            open.pop_back();
            continue;
        }
        CHECK_FALSE(std::regex_search(attributes, std::regex(" on[a-z]*=")));
        CHECK(attributes.find("style=") == std::string::npos);
        if (name == "html") CHECK(attributes.find("lang=") != std::string::npos);
        if (name == "th") CHECK(attributes.find("scope=") != std::string::npos);
        if (name == "table") ++tables;
        if (name == "caption") {
            ++captions;
            CHECK(open.back() == "table");
        }
        if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') headings.push_back(name[1] - '0');
        open.push_back(name);
    }
    CHECK(open.empty());
    CHECK(captions == tables);
    CHECK(std::count(headings.begin(), headings.end(), 1) == 1);
    for (std::size_t i = 1; i < headings.size(); ++i) CHECK(headings[i] <= headings[i - 1] + 1);
    // No other "<" than those of elements and the doctype: nothing got in unescaped.
    CHECK(static_cast<std::size_t>(std::count(page.begin(), page.end(), '<')) == seen + 1);
}

std::size_t position(const std::string& page, const std::string& what)
{
    INFO(what);
    const auto at = page.find(what);
    REQUIRE(at != std::string::npos);
    return at;
}

}  // namespace isoloir::test
