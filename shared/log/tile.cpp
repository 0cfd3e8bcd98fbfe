#include "shared/log/tile.hpp"

#include <charconv>

namespace isoloir::log {
namespace {

std::string three_digits(std::uint64_t number)
{
    const std::string digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

/// The number at the beginning of `text`, which is taken off.
std::optional<std::uint64_t> take_number(std::string_view& text)
{
    std::uint64_t number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::string path_of(const Tile& tile)
{
    std::string number = three_digits(tile.index % 1000);
    for (std::uint64_t rest = tile.index / 1000; rest > 0; rest /= 1000) number = "x" + three_digits(rest % 1000) + "/" + number;
    std::string path = "tile/" + (tile.level ? std::to_string(*tile.level) : std::string("entries")) + "/" + number;
    if (tile.width < kTileWidth) path += ".p/" + std::to_string(tile.width);
    return path;
}

std::optional<Tile> parse_tile(std::string_view path)
{
    std::string_view rest = path;
    Tile tile;
    if (!take(rest, "tile/")) return std::nullopt;
    if (!take(rest, "entries")) {
        const auto level = take_number(rest);
        if (!level || *level > kMaxTileLevel) return std::nullopt;
        tile.level = static_cast<unsigned>(*level);
    }
    // Sixteen digits and more would be beyond 2^48 leaves.
    for (int group = 0; group < 5 && take(rest, "/"); ++group) {
        const bool more = take(rest, "x");
        const auto digits = take_number(rest);
        if (!digits || *digits > 999) return std::nullopt;
        tile.index = tile.index * 1000 + *digits;
        if (!more) break;
    }
    if (take(rest, ".p/")) {
        const auto width = take_number(rest);
        if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
        tile.width = static_cast<unsigned>(*width);
    }
    // What was read must write back to the same text: no leading zeros, no other way to say it.
    if (!rest.empty() || path_of(tile) != path) return std::nullopt;
    return tile;
}

bool has_tile(std::uint64_t leaves, const Tile& tile)
{
    const std::uint64_t count = Hashes::count(leaves, tile.level.value_or(0));
    return tile.index < count / kTileWidth || (tile.index == count / kTileWidth && tile.width <= count % kTileWidth);
}

void add_entry(Bytes& bundle, ByteSpan leaf)
{
    bundle.push_back(static_cast<std::uint8_t>(leaf.size() >> 8));
    bundle.push_back(static_cast<std::uint8_t>(leaf.size() & 0xff));
    bundle.insert(bundle.end(), leaf.begin(), leaf.end());
}

}  // namespace isoloir::log
