#pragma once
// Whole numbers of any size and their ratios, so that no rounding decides who wins.

#include <gmpxx.h>

#include "shared/count/outcome.hpp"

namespace isoloir::count {

/// What a double computed from n exact terms may be wrong by, of its size: more than n roundings add up to.
constexpr double rounding(std::size_t terms)
{
    return static_cast<double>(terms + 16) * 0x1p-52;
}

/// a / b, within rounding(0); a and b may be far beyond a double's range. @param b  above 0
double about(const mpz_class& a, const mpz_class& b);

/// a / b in lowest terms. @param b  above 0
Exact exact(const mpz_class& a, const mpz_class& b);

}  // namespace isoloir::count
