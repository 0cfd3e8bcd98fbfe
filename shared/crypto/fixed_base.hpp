#pragma once

#include <vector>

#include "shared/crypto/multiples.hpp"

namespace isoloir::crypto {

/// Multiples of one point, from a table: 160 KiB, made in 0.2 ms. 13 µs each, in constant time.
class FixedBase {
public:
    /// Of B.
    FixedBase();
    explicit FixedBase(const Point& point);
    Point times(const Scalar& factor) const;

private:
    std::vector<Multiples> tables_;  // for each place of a factor
};

}  // namespace isoloir::crypto
