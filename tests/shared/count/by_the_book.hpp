#pragma once
// The rules as their authors write them down: one fraction for each voter, every project looked at anew in each round. Slow, and apart
// from the code that it is held against.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <gmpxx.h>

#include "shared/count/ties.hpp"
#include "shared/election/election.hpp"

namespace isoloir::test {

/// utilities[voter][project], 0 where the voter does not ask for it.
using Utilities = std::vector<std::vector<mpq_class>>;

struct ByTheBook {
    std::vector<std::size_t> winners;
    std::vector<std::string> scores;  // rho, or load, in units of money
};

inline mpq_class units(Money amount)
{
    mpq_class ratio(amount.cents, 100);
    ratio.canonicalize();
    return ratio;
}

/// The least rho with Σ min(money, rho × utility) = cost: the sum is piecewise linear, with a bend wherever somebody runs out.
inline std::optional<mpq_class> rho_of(const std::vector<mpq_class>& money, const Utilities& utilities, std::size_t project, const mpq_class& cost)
{
    const auto raised = [&](const mpq_class& rho) {
        mpq_class sum;
        for (std::size_t i = 0; i < money.size(); ++i) sum += std::min<mpq_class>(money[i], rho * utilities[i][project]);
        return sum;
    };
    mpq_class before;  // a bend at which too little is raised, and what is raised there
    mpq_class raised_before;
    std::vector<mpq_class> bends;
    for (std::size_t i = 0; i < money.size(); ++i)
        if (utilities[i][project] > 0) bends.emplace_back(money[i] / utilities[i][project]);
    std::sort(bends.begin(), bends.end());
    for (const mpq_class& bend : bends) {
        const mpq_class here = raised(bend);
        if (here >= cost) return mpq_class(before + (bend - before) * (cost - raised_before) / (here - raised_before));
        before = bend;
        raised_before = here;
    }
    return std::nullopt;
}

/// @param share  of each voter, in units of money
inline ByTheBook equal_shares_by_the_book(const election::Definition& definition, const Utilities& utilities, const mpq_class& share)
{
    ByTheBook result;
    std::vector<mpq_class> money(utilities.size(), share);
    while (true) {
        std::optional<mpq_class> least;
        std::size_t best = 0;
        for (std::size_t project = 0; project < definition.projects.size(); ++project) {
            if (std::find(result.winners.begin(), result.winners.end(), project) != result.winners.end()) continue;
            const auto rho = rho_of(money, utilities, project, units(definition.projects[project].cost));
            if (!rho) continue;
            if (least && (*rho > *least || (*rho == *least && count::wins_tie(definition, best, project)))) continue;
            least = rho;
            best = project;
        }
        if (!least) return result;
        for (std::size_t i = 0; i < money.size(); ++i) money[i] -= std::min<mpq_class>(money[i], *least * utilities[i][best]);
        result.winners.push_back(best);
        result.scores.push_back(least->get_str());
    }
}

inline Money cost_of(const election::Definition& definition, const std::vector<std::size_t>& projects)
{
    Money sum;
    for (const std::size_t project : projects) sum += definition.projects[project].cost;
    return sum;
}

/// Whether some project that is not among them still fits the envelope.
inline bool leaves_room(const election::Definition& definition, const std::vector<std::size_t>& winners)
{
    const Money left = definition.envelope - cost_of(definition, winners);
    for (std::size_t i = 0; i < definition.projects.size(); ++i)
        if (std::find(winners.begin(), winners.end(), i) == winners.end() && definition.projects[i].cost <= left) return true;
    return false;
}

/// Every step, one by one.
inline ByTheBook add1_by_the_book(const election::Definition& definition, const Utilities& utilities)
{
    const mpq_class envelope = units(definition.envelope);
    ByTheBook best;
    for (mpq_class share = envelope / utilities.size(); share <= envelope + envelope / utilities.size(); share += 1) {
        auto next = equal_shares_by_the_book(definition, utilities, share);
        if (cost_of(definition, next.winners) > definition.envelope) break;
        best = std::move(next);
        if (!leaves_room(definition, best.winners)) break;
    }
    return best;
}

inline ByTheBook phragmen_by_the_book(const election::Definition& definition, const Utilities& utilities)
{
    ByTheBook result;
    std::vector<mpq_class> loads(utilities.size());
    while (true) {
        std::optional<mpq_class> least;
        std::vector<std::size_t> best;
        for (std::size_t project = 0; project < definition.projects.size(); ++project) {
            if (definition.projects[project].cost > definition.envelope) continue;
            if (std::find(result.winners.begin(), result.winners.end(), project) != result.winners.end()) continue;
            mpq_class load = units(definition.projects[project].cost);
            int supporters = 0;
            for (std::size_t i = 0; i < loads.size(); ++i) {
                if (utilities[i][project] == 0) continue;
                load += loads[i];
                ++supporters;
            }
            if (supporters == 0) continue;
            load /= supporters;
            if (least && load > *least) continue;
            if (!least || load < *least) best.clear();
            least = load;
            best.push_back(project);
        }
        const Money left = definition.envelope - cost_of(definition, result.winners);
        if (best.empty() || std::any_of(best.begin(), best.end(), [&](std::size_t project) { return definition.projects[project].cost > left; })) return result;
        const std::size_t winner = *std::min_element(best.begin(), best.end(), [&](auto a, auto b) { return count::wins_tie(definition, a, b); });
        for (std::size_t i = 0; i < loads.size(); ++i)
            if (utilities[i][winner] > 0) loads[i] = *least;
        result.winners.push_back(winner);
        result.scores.push_back(least->get_str());
    }
}

}  // namespace isoloir::test
