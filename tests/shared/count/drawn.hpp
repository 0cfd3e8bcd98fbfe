#pragma once
// Elections and ballots by chance.

#include <rapidcheck.h>

#include "tests/support/an_election.hpp"
#include "tests/support/marks.hpp"

namespace isoloir::test {

/// Approvals with a ceiling on their cost.
inline election::Definition drawn_election()
{
    const auto costs = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 100)));
    auto definition = an_election().with_costs(costs).with_envelope(Money{*rc::gen::inRange<std::int64_t>(100, 40000)}).build();
    definition.ties =
        *rc::gen::element(election::TieBreak::project_id, election::TieBreak::ballot_order, election::TieBreak::lowest_cost, election::TieBreak::highest_cost);
    return definition;
}

/// One index too many is drawn on purpose: such ballots are invalid.
inline std::vector<std::vector<election::Mark>> drawn_ballots(const election::Definition& definition)
{
    return ballots(*rc::gen::container<std::vector<std::vector<std::size_t>>>(
        rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, definition.projects.size() + 1))));
}

/// Few projects of few different costs and many voters, so that much is tied and much is paid for: approvals without a ceiling, points
/// or rankings.
inline election::Definition crowded_election(election::BallotKind kind)
{
    const auto costs = *rc::gen::container<std::vector<std::int64_t>>(*rc::gen::inRange(1, 9), rc::gen::element<std::int64_t>(1, 2, 3, 4, 6, 30));
    AnElection election = an_election().with_costs(costs).with_envelope(Money{*rc::gen::inRange<std::int64_t>(100, 5000)});
    if (kind == election::BallotKind::points) election.with_points(4, 9);
    if (kind == election::BallotKind::ranking) election.with_ranking(3);
    return election.without_ceiling()
        .with_ties(*rc::gen::element(election::TieBreak::project_id, election::TieBreak::ballot_order, election::TieBreak::lowest_cost,
                                     election::TieBreak::highest_cost))
        .build();
}

/// Valid ballots, some of them empty, and some alike.
inline std::vector<std::vector<election::Mark>> crowded_ballots(const election::Definition& definition)
{
    const bool points = definition.ballot.kind == election::BallotKind::points;
    std::vector<std::vector<election::Mark>> all;
    const int voters = *rc::gen::inRange(0, 25);
    while (static_cast<int>(all.size()) < voters) {
        std::vector<election::Mark> marks;
        for (std::size_t project = 0; project < definition.projects.size(); ++project)
            if (*rc::gen::inRange(0, 3) == 0 && marks.size() < 3) marks.push_back({project, points ? *rc::gen::inRange<std::uint32_t>(1, 4) : 1});
        if (*rc::gen::arbitrary<bool>()) std::reverse(marks.begin(), marks.end());
        all.insert(all.end(), *rc::gen::inRange<std::size_t>(1, 4), marks);
    }
    return all;
}

}  // namespace isoloir::test
