#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir {

/// An amount in cents. Cannot be mixed up with a count; sums of an election stay far from overflow (see kMax).
struct Money {
    std::int64_t cents{0};

    /// Largest amount that a file may name: 10 billion, so that 10 000 of them still add up.
    static constexpr std::int64_t kMax = 1'000'000'000'000;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.cents + b.cents}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.cents - b.cents}; }
    constexpr Money& operator+=(Money other)
    {
        cents += other.cents;
        return *this;
    }
    constexpr Money& operator-=(Money other)
    {
        cents -= other.cents;
        return *this;
    }
};

/// Reads a plain decimal such as "446829.4": not negative, at most two decimals that are not zero.
/// @error malformed  anything else, or more than Money::kMax
Result<Money> parse_money(std::string_view text);

/// The shortest plain decimal: "49548", "446829.4". For files, not for people (that is ICU's work).
std::string to_decimal(Money amount);

}  // namespace isoloir
