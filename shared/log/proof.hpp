#pragma once
// Inclusion and consistency proofs (RFC 6962, sections 2.1.1 and 2.1.2; verified as RFC 9162, sections 2.1.3.2 and 2.1.4.2).

#include <span>

#include "shared/log/hashes.hpp"

namespace isoloir::log {

using Proof = std::vector<crypto::Digest>;

/// That a leaf stands in the tree of the first `size` leaves. @param index  below `size`, which `hashes` must hold
Proof prove_inclusion(const Hashes& hashes, std::uint64_t index, std::uint64_t size);
bool check_inclusion(const crypto::Digest& leaf, std::uint64_t index, std::uint64_t size, std::span<const crypto::Digest> proof, const crypto::Digest& root);

/// That the tree of the first `size` leaves begins with that of the first `before`. @param before  at most `size`
Proof prove_consistency(const Hashes& hashes, std::uint64_t before, std::uint64_t size);
bool check_consistency(std::uint64_t before, const crypto::Digest& root_before, std::uint64_t size, const crypto::Digest& root,
                       std::span<const crypto::Digest> proof);

/// The root of the tree of the first `size` leaves.
crypto::Digest root_of(const Hashes& hashes, std::uint64_t size);

}  // namespace isoloir::log
