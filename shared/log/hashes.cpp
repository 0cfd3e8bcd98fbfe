#include "shared/log/hashes.hpp"

#include "shared/log/merkle.hpp"

namespace isoloir::log {

void Hashes::append(const crypto::Digest& leaf)
{
    crypto::Digest hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == levels_.size()) levels_.emplace_back();
        levels_[level].push_back(hash);
        if (levels_[level].size() % kTileWidth != 0) return;
        // A tile is full: its root is a hash of the level above.
        hash = subtree(static_cast<unsigned>(level + 1) * kTileHeight, levels_[level].size() / kTileWidth - 1);
    }
}

crypto::Digest Hashes::subtree(unsigned height, std::uint64_t index) const
{
    // While a tile is being filled its own root is not there yet, and is made from the level below.
    std::size_t level = height / kTileHeight;
    if (level >= levels_.size() || (height % kTileHeight == 0 && index >= levels_[level].size())) --level;
    const unsigned above = height - static_cast<unsigned>(level) * kTileHeight;
    const std::size_t first = static_cast<std::size_t>(index << above);
    std::vector<crypto::Digest> row(levels_[level].begin() + static_cast<std::ptrdiff_t>(first),
                                    levels_[level].begin() + static_cast<std::ptrdiff_t>(first + (std::size_t{1} << above)));
    for (; row.size() > 1; row.resize(row.size() / 2))
        for (std::size_t i = 0; i < row.size() / 2; ++i) row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    return row.front();
}

std::uint64_t Hashes::count(std::uint64_t leaves, unsigned level)
{
    return level * kTileHeight >= 64 ? 0 : leaves >> (level * kTileHeight);
}

Bytes Hashes::tile(unsigned level, std::uint64_t index, unsigned width) const
{
    Bytes bytes;
    for (std::uint64_t i = index * kTileWidth; i < index * kTileWidth + width; ++i) {
        const crypto::Digest& hash = levels_.at(level).at(static_cast<std::size_t>(i));
        bytes.insert(bytes.end(), hash.begin(), hash.end());
    }
    return bytes;
}

}  // namespace isoloir::log
