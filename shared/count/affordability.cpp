#include "shared/count/affordability.hpp"

#include <algorithm>

namespace isoloir::count {

double price_bound(const Purses& purses, std::span<const Supporter> supporters, Money cost, double at_least)
{
    const auto whole = static_cast<double>(cost.cents);
    const double error = rounding(supporters.size());
    double bound = at_least;
    while (true) {
        double given = 0;
        double utility = 0;  // whole, and far below 2⁵³
        for (const Supporter& supporter : supporters) {
            const double money = purses.about(supporter.voter);
            const bool gives_all = money < bound * supporter.utility;
            given += gives_all ? money : 0;
            utility += gives_all ? 0 : supporter.utility;
        }
        if (utility == 0) return bound;
        const double next = (whole - given - error * (whole + given)) / utility * (1 - rounding(0));
        if (next <= bound) return bound;
        bound = next;
    }
}

std::optional<Price> price_of(Purses& purses, std::span<const Supporter> supporters, Money cost, double at_least)
{
    constexpr double kNear = 4 * rounding(0);
    std::vector<std::uint32_t> giving_all;
    std::vector<Supporter> others;
    Price price{0, 0};
    for (const Supporter& supporter : supporters) {
        if (purses.about(supporter.voter) * (1 + kNear) < at_least * supporter.utility) {
            giving_all.push_back(supporter.voter);
        } else {
            others.push_back(supporter);
            price.utility += supporter.utility;
        }
    }
    price.units = purses.units_per_cent() * cost.cents;
    while (true) {
        price.units -= purses.sum(giving_all);
        if (price.utility == 0) return std::nullopt;
        giving_all.clear();
        const double nearly = about(price.units, purses.units_per_cent()) / static_cast<double>(price.utility);
        const auto can_pay = [&](const Supporter& supporter) {
            const double money = purses.about(supporter.voter);
            const double asked = nearly * supporter.utility;
            if (money > asked * (1 + kNear)) return true;
            return money * (1 + kNear) >= asked && !purses.has_less(supporter, price);
        };
        // In two steps: who cannot pay is told by the price as it is before anybody is taken off.
        const auto cannot = std::stable_partition(others.begin(), others.end(), can_pay);
        if (cannot == others.end()) return price;
        for (auto supporter = cannot; supporter != others.end(); ++supporter) {
            giving_all.push_back(supporter->voter);
            price.utility -= supporter->utility;
        }
        others.erase(cannot, others.end());
    }
}

}  // namespace isoloir::count
