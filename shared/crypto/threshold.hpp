#pragma once
// A key in n shares, of which any t open what is sealed to it (PROTOCOL.md 10). Trustees are counted from 1.

#include <span>
#include <vector>

#include "shared/crypto/group.hpp"

namespace isoloir::crypto {

/// What a trustee i published of its polynomial: A_{i,0} … A_{i,t−1}.
using Commitments = std::vector<Element>;

/// K = Σ A_{i,0}
Element common_key(std::span<const Commitments> all);

/// Σ_k j^k·A_{i,k}: what f_i(j)·B must be.
Element committed_share(const Commitments& of, std::uint64_t trustee);

/// K_j, the public side of a trustee's share: the sum of the same over all i.
Element public_share(std::span<const Commitments> all, std::uint64_t trustee);

/// λ_j at 0: what j's share counts for when exactly `trustees` open together. @param trustees  different ones, j among them
Scalar lagrange(std::span<const std::uint64_t> trustees, std::uint64_t trustee);

}  // namespace isoloir::crypto
