#pragma once
// What a project would cost each supporter, for each unit of utility, if its supporters were to pay for it alike and those who have
// less gave all of it: the least price p with Σ min(money of i, p × utility of i) = cost.
//
// For any set P of supporters who would give all they have, (cost − Σ money of P) / (Σ utility of the others) is at most p, and it is p
// for the right set. So doubles may choose a set and give a bound that is certain once their own rounding is taken off, which
// leaves aside all but one or two projects in a round; whole numbers then say what those cost. Since money only gets less, a price
// only rises: a bound of an earlier round still holds.

#include <optional>
#include <span>

#include "shared/base/money.hpp"
#include "shared/count/purses.hpp"

namespace isoloir::count {

/// In cents for each unit of utility, never above the true price.
/// @param at_least  a bound that is known already, or 0
double price_bound(const Purses& purses, std::span<const Supporter> supporters, Money cost, double at_least);

/// The price itself, or nothing where all supporters together have less than the cost.
/// @param at_least  as price_bound gives it
std::optional<Price> price_of(Purses& purses, std::span<const Supporter> supporters, Money cost, double at_least);

}  // namespace isoloir::count
