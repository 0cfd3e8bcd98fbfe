#include "shared/count/purses.hpp"

#include <numeric>
#include <unordered_map>

namespace isoloir::count {

Purses::Purses(std::size_t voters, const mpz_class& cents)
    : purse_of_(voters, 1), about_(voters, count::about(cents, mpz_class(voters))), since_{mpz_class(1)}, units_per_cent_(voters)
{
    purses_.push_back({0});
    purses_.push_back({cents, 0, voters});
}

const mpz_class& Purses::current(Purse& purse)
{
    if (purse.stage + 1 < since_.size()) {
        purse.units *= since_[purse.stage];
        purse.stage = since_.size() - 1;
    }
    return purse.units;
}

void Purses::divide_unit(std::uint64_t by)
{
    if (by == 1) return;
    for (mpz_class& factor : since_) factor *= by;
    since_.emplace_back(1);
    units_per_cent_ *= by;
}

bool Purses::take(Purse& purse, const mpz_class& each, std::uint32_t utility)
{
    current(purse);
    mpz_submul_ui(purse.units.get_mpz_t(), each.get_mpz_t(), utility);
    if (purse.units >= 0) return true;
    purse.units = 0;
    return false;
}

mpz_class Purses::sum(std::span<const std::uint32_t> voters)
{
    weights_.resize(purses_.size());
    std::vector<std::uint32_t> used;
    for (const std::uint32_t voter : voters)
        if (weights_[purse_of_[voter]]++ == 0) used.push_back(purse_of_[voter]);
    mpz_class sum;
    for (const std::uint32_t purse : used) {
        mpz_addmul_ui(sum.get_mpz_t(), current(purses_[purse]).get_mpz_t(), weights_[purse]);
        weights_[purse] = 0;
    }
    return sum;
}

bool Purses::has_less(const Supporter& supporter, const Price& price)
{
    return current(purses_[purse_of_[supporter.voter]]) * price.utility < price.units * supporter.utility;
}

std::uint64_t Purses::pay(std::span<const Supporter> supporters, const Price& price)
{
    const std::uint64_t common = mpz_gcd_ui(nullptr, price.units.get_mpz_t(), price.utility);
    divide_unit(price.utility / common);
    const mpz_class each = price.units / common;  // units, now that they are smaller

    struct Paid {
        std::uint32_t purse{0};
        double about{0};
        bool had_less{false};
    };
    std::unordered_map<std::uint64_t, Paid> paid;  // by purse and utility
    paid.reserve(supporters.size());
    std::uint64_t had_less = 0;
    for (const Supporter& supporter : supporters) {
        std::uint32_t& purse = purse_of_[supporter.voter];
        if (purses_[purse].voters == 1) {
            if (!take(purses_[purse], each, supporter.utility)) ++had_less;
            about_[supporter.voter] = count::about(purses_[purse].units, units_per_cent_);
            continue;
        }
        const auto [found, is_new] = paid.try_emplace(std::uint64_t{purse} << 32U | supporter.utility);
        if (is_new) {
            Purse left{current(purses_[purse]), since_.size() - 1};
            found->second.had_less = !take(left, each, supporter.utility);
            if (left.units > 0) {
                found->second.purse = static_cast<std::uint32_t>(purses_.size());
                found->second.about = count::about(left.units, units_per_cent_);
                purses_.push_back(std::move(left));
            }
        }
        --purses_[purse].voters;
        purse = found->second.purse;
        ++purses_[purse].voters;
        about_[supporter.voter] = found->second.about;
        if (found->second.had_less) ++had_less;
    }
    return had_less;
}

}  // namespace isoloir::count
