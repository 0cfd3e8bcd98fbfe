#pragma once

#include <cstdint>
#include <span>

#include "shared/base/bytes.hpp"

namespace isoloir::crypto {

/// The only source of randomness; tests hand in a seeded one.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;

    template <std::size_t N>
    ByteArray<N> bytes()
    {
        ByteArray<N> out;
        fill(out);
        return out;
    }
    /// Uniform in [0, bound), by rejection. @param bound  at least 1
    std::uint64_t below(std::uint64_t bound);
};

/// libsodium's generator.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

}  // namespace isoloir::crypto
