#include "shared/count/equal_shares.hpp"

#include <algorithm>

#include "shared/count/affordability.hpp"
#include "shared/count/ties.hpp"

namespace isoloir::count {
namespace {

using election::Definition;

constexpr std::int64_t kCents = 100;  // in a unit of money

/// A project that may still be funded.
struct Candidate {
    std::size_t project{0};
    std::int64_t scale{1};  // rho is the price divided by it
    double price_at_least{0};
    double rho_at_least{0};
    std::size_t refreshed{0};  // in which round, from 1
};

/// A project that its supporters can pay for in this round.
struct Offer {
    std::size_t project{0};
    Price price;
    std::int64_t scale{1};
};

/// Whether rho is less, exactly.
bool less(const Offer& a, const Offer& b)
{
    return a.price.units * b.price.utility * b.scale < b.price.units * a.price.utility * a.scale;
}

/// One run, with shares of one size.
class Run {
public:
    /// @param cents  that all voters have together
    Run(const Definition& definition, const Profile& profile, Satisfaction satisfaction, const mpz_class& cents)
        : definition_(definition), profile_(profile), purses_(profile.voters(), cents), gone_(definition.projects.size())
    {
        outcome_.share = exact(cents, mpz_class(profile.voters()) * kCents);
        for (std::size_t i = 0; i < definition.projects.size(); ++i) {
            // What is paid for a satisfaction that is money itself is a bare number; else it is in units of money.
            const std::int64_t scale = satisfaction == Satisfaction::cost ? definition.projects[i].cost.cents : kCents;
            if (profile.supporters[i].empty()) lose(i, Verdict::no_votes);
            else candidates_.push_back({i, scale});
        }
    }

    Outcome finish()
    {
        while (const auto best = best_offer()) fund(*best);
        for (RankedProject& loser : losers_) {
            loser.left_before = definition_.envelope - outcome_.spent;
            if (loser.verdict == Verdict::supporters_ran_out) loser.supporters_had = had(loser.project);
        }
        for (RankedProject& loser : most_votes_first(definition_, std::move(losers_))) outcome_.ranking.push_back(std::move(loser));
        return std::move(outcome_);
    }

private:
    /// Nothing at the end. A project that its supporters cannot pay for will not be paid for later either, and goes.
    std::optional<Offer> best_offer()
    {
        std::erase_if(candidates_, [&](const Candidate& candidate) { return gone_[candidate.project]; });
        find_bounds();
        std::sort(candidates_.begin(), candidates_.end(), by_bound);
        std::optional<Offer> best;
        double at_most = 0;  // rho of the best
        for (Candidate& candidate : candidates_) {
            if (best && candidate.rho_at_least > at_most) break;
            refresh(candidate);
            if (best && candidate.rho_at_least > at_most) continue;
            auto price = price_of(purses_, supporters(candidate.project), cost(candidate.project), candidate.price_at_least);
            if (!price) {
                lose(candidate.project, Verdict::supporters_ran_out);
                continue;
            }
            Offer offer{candidate.project, *std::move(price), candidate.scale};
            if (best && !is_better(offer, *best)) continue;
            at_most = about(offer.price.units, rho_divisor(offer)) * (1 + rounding(0));
            best = std::move(offer);
        }
        return best;
    }

    /// Brings as many bounds to this round as it takes to know which project is probably the best.
    void find_bounds()
    {
        ++round_;
        std::sort(candidates_.begin(), candidates_.end(), by_bound);
        const Candidate* least = nullptr;
        for (Candidate& candidate : candidates_) {
            if (least != nullptr && candidate.rho_at_least > least->rho_at_least) return;
            refresh(candidate);
            if (least == nullptr || candidate.rho_at_least < least->rho_at_least) least = &candidate;
        }
    }

    void refresh(Candidate& candidate)
    {
        if (candidate.refreshed == round_) return;
        candidate.refreshed = round_;
        candidate.price_at_least = price_bound(purses_, supporters(candidate.project), cost(candidate.project), candidate.price_at_least);
        candidate.rho_at_least = candidate.price_at_least / static_cast<double>(candidate.scale) * (1 - rounding(0));
    }

    void fund(const Offer& offer)
    {
        const Money left = definition_.envelope - outcome_.spent;
        const Exact rho = exact(offer.price.units, rho_divisor(offer));
        const std::uint64_t gave_all = purses_.pay(supporters(offer.project), offer.price);
        outcome_.ranking.push_back({offer.project, profile_.sums.votes[offer.project], Verdict::funded, left});
        outcome_.rounds.push_back({offer.project, rho, 0, gave_all, left});
        outcome_.winners.push_back(offer.project);
        outcome_.spent += cost(offer.project);
        gone_[offer.project] = true;
    }

    void lose(std::size_t project, Verdict verdict)
    {
        losers_.push_back({project, profile_.sums.votes[project], verdict, {}});
        gone_[project] = true;
    }

    Exact had(std::size_t project)
    {
        std::vector<std::uint32_t> voters;
        for (const Supporter& supporter : supporters(project)) voters.push_back(supporter.voter);
        return exact(purses_.sum(voters), purses_.units_per_cent() * kCents);
    }

    bool is_better(const Offer& a, const Offer& b) const { return less(a, b) || (!less(b, a) && wins_tie(definition_, a.project, b.project)); }
    mpz_class rho_divisor(const Offer& offer) const { return purses_.units_per_cent() * offer.price.utility * offer.scale; }
    const std::vector<Supporter>& supporters(std::size_t project) const { return profile_.supporters[project]; }
    Money cost(std::size_t project) const { return definition_.projects[project].cost; }
    static bool by_bound(const Candidate& a, const Candidate& b) { return a.rho_at_least < b.rho_at_least; }

    const Definition& definition_;
    const Profile& profile_;
    Purses purses_;
    std::vector<Candidate> candidates_;
    std::vector<bool> gone_;  // of each project: funded or lost
    std::vector<RankedProject> losers_;
    std::size_t round_{0};
    Outcome outcome_;
};

/// What Add1 goes through: step s gives each voter s units more than the envelope does.
class Steps {
public:
    Steps(const Definition& definition, const Profile& profile, Satisfaction satisfaction)
        : definition_(definition), profile_(profile), satisfaction_(satisfaction)
    {
    }

    /// With more, each voter has the whole envelope, and has had enough (pabutools' budget_bound).
    std::int64_t last() const { return definition_.envelope.cents / kCents; }

    Outcome outcome(std::int64_t step) const { return Run(definition_, profile_, satisfaction_, cents(step)).finish(); }

    bool leaves_room(const Outcome& outcome) const
    {
        std::vector<bool> won(definition_.projects.size());
        for (const std::size_t winner : outcome.winners) won[winner] = true;
        return leaves_room(won, outcome.spent);
    }

    /// Whether a step ends nothing for sure: all that could be paid for fits the envelope, and something else beside it. With
    /// a project of few supporters this may be so for very many steps. False for all steps after one for which it is false.
    bool ends_nothing(std::int64_t step) const
    {
        std::vector<bool> possible(definition_.projects.size());
        Money together;
        for (std::size_t i = 0; i < possible.size(); ++i) {
            const Money cost = definition_.projects[i].cost;
            possible[i] = cents(step) * profile_.supporters[i].size() >= mpz_class(cost.cents) * profile_.voters();
            if (possible[i]) together += cost;
        }
        return together <= definition_.envelope && leaves_room(possible, together);
    }

private:
    mpz_class cents(std::int64_t step) const { return definition_.envelope.cents + mpz_class(step) * kCents * profile_.voters(); }

    bool leaves_room(const std::vector<bool>& taken, Money spent) const
    {
        for (std::size_t i = 0; i < taken.size(); ++i)
            if (!taken[i] && definition_.projects[i].cost <= definition_.envelope - spent) return true;
        return false;
    }

    const Definition& definition_;
    const Profile& profile_;
    Satisfaction satisfaction_;
};

/// The first step that may end something, or one after the last.
std::int64_t first_to_try(const Steps& steps)
{
    std::int64_t from = 0;
    std::int64_t until = steps.last() + 1;
    while (from < until) {
        const std::int64_t middle = from + (until - from) / 2;
        if (steps.ends_nothing(middle)) from = middle + 1;
        else until = middle;
    }
    return from;
}

}  // namespace

Outcome equal_shares(const Definition& definition, const Profile& profile, Satisfaction satisfaction)
{
    return Run(definition, profile, satisfaction, definition.envelope.cents).finish();
}

Outcome equal_shares_add1(const Definition& definition, const Profile& profile, Satisfaction satisfaction)
{
    const Steps steps(definition, profile, satisfaction);
    std::int64_t step = first_to_try(steps);
    Outcome best = steps.outcome(step == 0 ? 0 : step - 1);
    for (; step <= steps.last(); ++step) {
        Outcome next = steps.outcome(step);
        if (next.spent > definition.envelope) break;
        best = std::move(next);
        if (!steps.leaves_room(best)) break;
    }
    return best;
}

}  // namespace isoloir::count
