#pragma once
// The hashes of a whole log, leaf after leaf, and those of every full tile above them (C2SP tlog-tiles: 256 wide): what
// proofs and tiles are made of. 32 bytes a leaf and little more.

#include <cstdint>
#include <vector>

#include "shared/base/bytes.hpp"
#include "shared/crypto/hash.hpp"

namespace isoloir::log {

constexpr unsigned kTileHeight = 8;
constexpr std::uint64_t kTileWidth = 256;

class Hashes {
public:
    void append(const crypto::Digest& leaf);
    std::uint64_t size() const { return levels_.empty() ? 0 : levels_.front().size(); }

    /// The root of the 2^height leaves from index·2^height on, all of which must be there.
    crypto::Digest subtree(unsigned height, std::uint64_t index) const;

    /// How many hashes a tree of this many leaves has at a tile level: roots of complete subtrees of 256^level leaves.
    static std::uint64_t count(std::uint64_t leaves, unsigned level);
    /// `width` hashes of a tile, one after the other; they must be there.
    Bytes tile(unsigned level, std::uint64_t index, unsigned width) const;

private:
    std::vector<std::vector<crypto::Digest>> levels_;  // by tile level
};

}  // namespace isoloir::log
