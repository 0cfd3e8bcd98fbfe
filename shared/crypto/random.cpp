#include "shared/crypto/random.hpp"

#include <limits>

#include <sodium.h>

namespace isoloir::crypto {

std::uint64_t Random::below(std::uint64_t bound)
{
    // The largest multiple of bound that fits: what lies above it would favour small numbers.
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() - std::numeric_limits<std::uint64_t>::max() % bound;
    for (;;) {
        std::uint64_t number = 0;
        fill({reinterpret_cast<std::uint8_t*>(&number), sizeof number});
        if (number < limit) return number % bound;
    }
}

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    randombytes_buf(out.data(), out.size());
}

}  // namespace isoloir::crypto
