#include "shared/log/merkle.hpp"

namespace isoloir::log {

crypto::Digest leaf_hash(ByteSpan leaf)
{
    constexpr std::uint8_t prefix[] = {0x00};
    return crypto::sha256({prefix, leaf});
}

crypto::Digest node_hash(const crypto::Digest& left, const crypto::Digest& right)
{
    constexpr std::uint8_t prefix[] = {0x01};
    return crypto::sha256({prefix, left, right});
}

void MerkleTree::append(const crypto::Digest& leaf)
{
    // Like adding one to a binary number: each trailing 1 bit of the size is a perfect subtree that now gets its twin.
    crypto::Digest node = leaf;
    for (std::uint64_t bits = size_; (bits & 1) != 0; bits >>= 1) {
        node = node_hash(frontier_.back(), node);
        frontier_.pop_back();
    }
    frontier_.push_back(node);
    ++size_;
}

crypto::Digest MerkleTree::root() const
{
    if (frontier_.empty()) return crypto::sha256(ByteSpan{});
    crypto::Digest root = frontier_.back();
    for (auto left = frontier_.rbegin() + 1; left != frontier_.rend(); ++left) root = node_hash(*left, root);
    return root;
}

}  // namespace isoloir::log
