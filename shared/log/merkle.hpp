#pragma once
// The Merkle tree of RFC 6962 section 2.1 (SHA-256, leaf prefix 0x00, node prefix 0x01), kept as its frontier: the roots
// of the perfect subtrees that the leaves so far make, largest first.

#include <cstdint>
#include <vector>

#include "shared/crypto/hash.hpp"

namespace isoloir::log {

crypto::Digest leaf_hash(ByteSpan leaf);
crypto::Digest node_hash(const crypto::Digest& left, const crypto::Digest& right);

class MerkleTree {
public:
    void append(const crypto::Digest& leaf);
    std::uint64_t size() const { return size_; }
    /// SHA-256 of nothing for the empty tree.
    crypto::Digest root() const;

private:
    std::uint64_t size_{0};
    std::vector<crypto::Digest> frontier_;
};

}  // namespace isoloir::log
