#include "shared/count/phragmen.hpp"

#include <algorithm>

#include "shared/count/exact.hpp"
#include "shared/count/ties.hpp"

namespace isoloir::count {
namespace {

using election::Definition;

/// Loads of voters, of which there are no more than there were rounds: each round leaves its supporters with one and the same.
/// Whole numbers of units, a cent being so many that all loads are whole.
class Loads {
public:
    explicit Loads(const Profile& profile) : profile_(profile), load_of_(profile.voters()), approved_(profile.voters()), units_{mpz_class(0)}, about_{0}
    {
        for (std::size_t project = 0; project < profile.supporters.size(); ++project) {
            bearing_.push_back({profile.supporters[project].size()});
            for (const Supporter& supporter : profile.supporters[project]) approved_[supporter.voter].push_back(static_cast<std::uint32_t>(project));
        }
    }

    /// What the supporters of a project, and its cost, come to: `units` for so many of them.
    struct Load {
        mpz_class units;
        std::uint64_t supporters{1};
    };

    /// In cents for each supporter, within rounding(rounds so far).
    double about(std::size_t project, Money cost) const
    {
        auto sum = static_cast<double>(cost.cents);
        for (std::size_t i = 0; i < about_.size(); ++i) sum += about_[i] * static_cast<double>(bearing_[project][i]);
        return sum / static_cast<double>(profile_.supporters[project].size());
    }

    Load exactly(std::size_t project, Money cost) const
    {
        Load load{units_per_cent_ * cost.cents, profile_.supporters[project].size()};
        for (std::size_t i = 0; i < units_.size(); ++i) mpz_addmul_ui(load.units.get_mpz_t(), units_[i].get_mpz_t(), bearing_[project][i]);
        return load;
    }

    void bear(std::size_t project, const Load& load)
    {
        const std::uint64_t common = mpz_gcd_ui(nullptr, load.units.get_mpz_t(), load.supporters);
        for (mpz_class& units : units_) units *= load.supporters / common;
        units_per_cent_ *= load.supporters / common;
        units_.push_back(load.units / common);
        about_.push_back(count::about(units_.back(), units_per_cent_));
        for (auto& bearing : bearing_) bearing.push_back(0);
        for (const Supporter& supporter : profile_.supporters[project]) {
            for (const std::uint32_t approved : approved_[supporter.voter]) {
                --bearing_[approved][load_of_[supporter.voter]];
                ++bearing_[approved].back();
            }
            load_of_[supporter.voter] = static_cast<std::uint32_t>(units_.size() - 1);
        }
    }

    std::size_t rounds() const { return units_.size() - 1; }
    Exact shown(const Load& load) const { return exact(load.units, units_per_cent_ * load.supporters * 100); }

private:
    const Profile& profile_;
    std::vector<std::uint32_t> load_of_;                // of each voter: index into units_
    std::vector<std::vector<std::uint32_t>> approved_;  // of each voter: projects
    std::vector<mpz_class> units_;
    std::vector<double> about_;                        // units_ in cents
    std::vector<std::vector<std::uint64_t>> bearing_;  // of each project: how many supporters bear units_[i]
    mpz_class units_per_cent_{1};
};

class Run {
public:
    Run(const Definition& definition, const Profile& profile) : definition_(definition), profile_(profile), loads_(profile)
    {
        for (std::size_t i = 0; i < definition.projects.size(); ++i) {
            if (profile.supporters[i].empty()) lose(i, Verdict::no_votes, definition.envelope);
            else if (cost(i) > definition.envelope) lose(i, Verdict::does_not_fit, definition.envelope);
            else candidates_.push_back(i);
        }
    }

    Outcome finish()
    {
        while (!candidates_.empty()) {
            const auto best = lightest();
            const Money left = definition_.envelope - outcome_.spent;
            if (std::any_of(best.begin(), best.end(), [&](std::size_t project) { return cost(project) > left; })) {
                end(best, left);
                break;
            }
            fund(*std::min_element(best.begin(), best.end(), [&](std::size_t a, std::size_t b) { return wins_tie(definition_, a, b); }), left);
        }
        for (RankedProject& loser : most_votes_first(definition_, std::move(losers_))) outcome_.ranking.push_back(std::move(loser));
        return std::move(outcome_);
    }

private:
    /// All that are equally the best, exactly.
    std::vector<std::size_t> lightest() const
    {
        std::vector<double> about;
        for (const std::size_t project : candidates_) about.push_back(loads_.about(project, cost(project)));
        const double at_most = *std::min_element(about.begin(), about.end()) * (1 + 3 * rounding(loads_.rounds()));
        std::vector<std::size_t> best;
        Loads::Load least;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (about[i] > at_most) continue;
            const auto load = loads_.exactly(candidates_[i], cost(candidates_[i]));
            const int order = best.empty() ? -1 : cmp(mpz_class(load.units * least.supporters), mpz_class(least.units * load.supporters));
            if (order > 0) continue;
            if (order < 0) best.clear();
            best.push_back(candidates_[i]);
            least = load;
        }
        return best;
    }

    void fund(std::size_t project, Money left)
    {
        const auto load = loads_.exactly(project, cost(project));
        outcome_.ranking.push_back({project, profile_.sums.votes[project], Verdict::funded, left});
        outcome_.rounds.push_back({project, loads_.shown(load), 0, 0, left});
        outcome_.winners.push_back(project);
        outcome_.spent += cost(project);
        loads_.bear(project, load);
        std::erase(candidates_, project);
    }

    void end(const std::vector<std::size_t>& best, Money left)
    {
        for (const std::size_t project : candidates_) {
            const bool too_dear = cost(project) > left && std::find(best.begin(), best.end(), project) != best.end();
            lose(project, too_dear ? Verdict::does_not_fit : Verdict::not_reached, left);
        }
    }

    void lose(std::size_t project, Verdict verdict, Money left) { losers_.push_back({project, profile_.sums.votes[project], verdict, left}); }
    Money cost(std::size_t project) const { return definition_.projects[project].cost; }

    const Definition& definition_;
    const Profile& profile_;
    Loads loads_;
    std::vector<std::size_t> candidates_;
    std::vector<RankedProject> losers_;
    Outcome outcome_;
};

}  // namespace

Outcome phragmen(const Definition& definition, const Profile& profile)
{
    return Run(definition, profile).finish();
}

}  // namespace isoloir::count
