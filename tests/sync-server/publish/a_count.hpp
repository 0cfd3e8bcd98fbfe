#pragma once
// A count under some rule, and what its page says of how the projects were chosen.

#include <string>
#include <vector>

#include "sync-server/publish/page.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

namespace isoloir::test {

using election::Completion;
using election::Rule;
using election::RuleKind;
using election::Satisfaction;

inline const std::vector<Rule> kRules{{RuleKind::greedy},
                                      {RuleKind::greedy, {}, Completion::none, false},
                                      {RuleKind::greedy_per_cost},
                                      {RuleKind::equal_shares},
                                      {RuleKind::equal_shares, Satisfaction::votes, Completion::add1},
                                      {RuleKind::equal_shares, {}, Completion::add1_greedy},
                                      {RuleKind::equal_shares, {}, Completion::greedy},
                                      {RuleKind::phragmen}};

inline publish::Standing counted(const ACentre& centre, const std::vector<std::vector<election::Mark>>& ballots)
{
    auto value = a_standing(centre, publish::Phase::counted);
    value.outcome = count::tally(centre.package.definition, ballots);
    return value;
}

inline std::string page_of(const publish::Standing& standing, const char* language)
{
    auto page = publish::result_page(standing, language);
    check_page(page);
    return page;
}

/// The part of the page that says how the projects were chosen.
inline std::string told(const publish::Standing& standing, const char* language = "fr")
{
    const auto page = page_of(standing, language);
    const auto from = position(page, "<div id=\"how\">");
    return page.substr(from, page.find("<div id=\"take-away\">") - from);
}

inline std::size_t count_of(const std::string& text, const std::string& what)
{
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

}  // namespace isoloir::test
