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

Result<Exact> read_exact(const std::string& fraction)
{
    constexpr std::size_t longest = 16 * 1024;
    const auto fail_here = [&] { return fail(Errc::malformed, "a fraction in lowest terms is expected, such as 163/8"); };
    const bool digits = fraction.find_first_not_of("0123456789/") == std::string::npos;
    mpq_class ratio;
    if (!digits || fraction.size() > longest || ratio.set_str(fraction, 10) != 0 || ratio.get_den() == 0) return fail_here();
    const Exact read = exact(ratio.get_num(), ratio.get_den());
    if (read.fraction != fraction) return fail_here();
    return read;
}

}  // namespace isoloir::count
