#pragma once
// What each voter has left, exactly.
//
// All voters begin with the same and pay the same for the same, so that few amounts are in use at a time: a voter points at a purse,
// and voters who paid alike share one. An amount is a whole number of units; a cent is so many units (units_per_cent) that every
// share of every price so far is whole. A price that does not divide makes the unit smaller; purses nobody pays from meanwhile are
// brought to it when they are next looked into.

#include <cstdint>
#include <span>
#include <vector>

#include "shared/count/exact.hpp"
#include "shared/count/profile.hpp"

namespace isoloir::count {

/// What a supporter pays for each unit of utility: `units` for so much.
struct Price {
    mpz_class units;
    std::uint64_t utility{1};
};

class Purses {
public:
    /// @param cents  of all voters together, to be shared equally. @param voters  above 0
    Purses(std::size_t voters, const mpz_class& cents);

    const mpz_class& units_per_cent() const { return units_per_cent_; }
    /// In cents, within rounding(0).
    double about(std::uint32_t voter) const { return about_[voter]; }
    /// In units, of all of them together.
    mpz_class sum(std::span<const std::uint32_t> voters);
    /// Whether a supporter has less than the price asks for.
    bool has_less(const Supporter& supporter, const Price& price);
    /// Each supporter pays the price, or all that is left where that is less.
    /// @return  how many had less
    std::uint64_t pay(std::span<const Supporter> supporters, const Price& price);

private:
    struct Purse {
        mpz_class units;
        std::size_t stage{0};     // how many times the unit had become smaller when `units` was written
        std::uint64_t voters{0};  // who point at it
    };

    const mpz_class& current(Purse& purse);
    /// Takes a share or, where there is less, all. @return  whether there was enough
    bool take(Purse& purse, const mpz_class& each, std::uint32_t utility);
    void divide_unit(std::uint64_t by);

    std::vector<Purse> purses_;            // the first one is empty
    std::vector<std::uint32_t> purse_of_;  // of each voter
    std::vector<double> about_;            // of each voter
    std::vector<mpz_class> since_;         // of each stage: by how much the unit has been divided since
    mpz_class units_per_cent_;
    std::vector<std::uint64_t> weights_;  // of each purse, all 0 between calls of sum
};

}  // namespace isoloir::count
