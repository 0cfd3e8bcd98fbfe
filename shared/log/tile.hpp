#pragma once
// The addresses of C2SP tlog-tiles (https://c2sp.org/tlog-tiles):
//
//   tile/<L>/<N>[.p/<W>]        hashes of level L (0 to 5), tile N, of which W when it is not full (1 to 255)
//   tile/entries/<N>[.p/<W>]    the leaves themselves, each after its length as two bytes, most significant first
//
// N is written in groups of three digits, all but the last after an x: 1234067 is x001/x234/067.

#include <optional>
#include <string>
#include <string_view>

#include "shared/log/hashes.hpp"

namespace isoloir::log {

struct Tile {
    std::optional<unsigned> level;  // none: the leaves
    std::uint64_t index{0};
    unsigned width{kTileWidth};  // 1 to 256
    bool operator==(const Tile&) const = default;
};

constexpr unsigned kMaxTileLevel = 5;  // as the specification has it: 2^48 leaves

std::string path_of(const Tile& tile);
/// Nothing when it is no such path in its one form.
std::optional<Tile> parse_tile(std::string_view path);
/// Whether a log of this many leaves has the tile. A partial one stays even when it was filled since.
bool has_tile(std::uint64_t leaves, const Tile& tile);

/// Adds an entry to a bundle. @param leaf  at most 65 535 bytes
void add_entry(Bytes& bundle, ByteSpan leaf);

}  // namespace isoloir::log
