#include "shared/count/exact.hpp"

#include <cmath>

namespace isoloir::count {

double about(const mpz_class& a, const mpz_class& b)
{
    signed long exponent_a = 0;
    signed long exponent_b = 0;
    const double mantissa_a = mpz_get_d_2exp(&exponent_a, a.get_mpz_t());
    const double mantissa_b = mpz_get_d_2exp(&exponent_b, b.get_mpz_t());
    return std::ldexp(mantissa_a / mantissa_b, static_cast<int>(exponent_a - exponent_b));
}

Exact exact(const mpz_class& a, const mpz_class& b)
{
    mpq_class ratio(a, b);
    ratio.canonicalize();
    return {ratio.get_str(), about(a, b)};
}

}  // namespace isoloir::count
