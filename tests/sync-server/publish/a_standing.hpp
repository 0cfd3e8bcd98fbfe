#pragma once
// What stands to be published, and a reader of pages that is stricter than a browser.

#include <string>
#include <vector>

#include "shared/count/rule.hpp"
#include "sync-server/publish/standing.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/marks.hpp"

namespace isoloir::test {

/// The centre behind it must outlive it. Ballots are those of a hall, and counted whatever the phase: before the count, nobody
/// may see it.
inline publish::Standing a_standing(const ACentre& centre, publish::Phase phase, const std::vector<std::vector<std::size_t>>& ballots = {})
{
    publish::Standing value{
        centre.package, phase, {}, "isoloir/test\n3\nroot\n", 3, count::tally(centre.package.definition, test::ballots(ballots)), {}, {}, 0};
    value.channels = {count::sum_up(centre.package.definition, test::ballots(ballots)), count::sum_up(centre.package.definition, {})};
    value.report.accepted = ballots.size();
    value.report.duplicates = 2;
    value.report.channels = {{"Jambes", ballots.size(), 2, 0}};
    return value;
}

/// Some ballots of a hall and some online, counted apart.
inline publish::Standing a_standing_of_both(const ACentre& centre, const std::vector<std::vector<std::size_t>>& in_halls,
                                            const std::vector<std::vector<std::size_t>>& online)
{
    auto all = in_halls;
    all.insert(all.end(), online.begin(), online.end());
    auto value = a_standing(centre, publish::Phase::counted, all);
    value.channels = {count::sum_up(centre.package.definition, test::ballots(in_halls)), count::sum_up(centre.package.definition, test::ballots(online))};
    value.report.channels = {{"Jambes", in_halls.size(), 2, 0}, {"online", online.size(), 0, 0}};
    return value;
}

/// Well-formed, and built as WCAG 2.2 wants it: elements closed in their turn, one h1, no heading level left out,
/// tables with captions, row headers with scope, no style or script of its own in any element.
void check_page(const std::string& page);

/// Where `what` stands; fails if it does not.
std::size_t position(const std::string& page, const std::string& what);

}  // namespace isoloir::test
