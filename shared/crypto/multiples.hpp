#pragma once
// What products with secret factors are made of: a factor is read four bits at a time, and the multiple of a point that a digit asks
// for is looked up by reading all sixteen, so that neither time nor memory tells the digit.

#include <array>
#include <cstdint>

#include "shared/crypto/point.hpp"

namespace isoloir::crypto {

constexpr std::size_t kDigits = 64;  // of a factor

/// @param place  from 0, the lowest
inline std::uint8_t digit(ByteSpan factor, std::size_t place)
{
    return static_cast<std::uint8_t>(factor[place / 2] >> (4 * (place % 2)) & 15U);
}

/// 0 to 15 times a point.
class Multiples {
public:
    Multiples() = default;
    explicit Multiples(const Point& point);
    /// Sets `into` to digit · point.
    void pick(std::uint8_t digit, Point& into) const;

private:
    static constexpr std::size_t kWords = sizeof(gf_25519_s::limb) / sizeof(std::uint64_t);
    /// The four coordinates without the room that libdecaf leaves between them: a third less to be read.
    using Packed = std::array<std::uint64_t, 4 * kWords>;
    std::array<Packed, 16> packed_;
};

}  // namespace isoloir::crypto
