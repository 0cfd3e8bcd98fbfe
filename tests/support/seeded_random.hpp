#pragma once

#include <sodium.h>

#include "shared/crypto/random.hpp"

namespace isoloir::test {

/// The same bytes for the same seed, so that a failure can be repeated.
class SeededRandom final : public crypto::Random {
public:
    explicit SeededRandom(std::uint8_t seed) { seed_[0] = seed; }

    void fill(std::span<std::uint8_t> out) override
    {
        randombytes_buf_deterministic(out.data(), out.size(), seed_.data());
        sodium_increment(seed_.data() + 1, seed_.size() - 1);  // another stream for the next call
    }

private:
    ByteArray<randombytes_SEEDBYTES> seed_{};
};

}  // namespace isoloir::test
