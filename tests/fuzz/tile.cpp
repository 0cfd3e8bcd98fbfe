// An address that names a tile is the address of that tile.

#include "shared/log/tile.hpp"
#include "tests/fuzz/wire_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    const std::string_view path = text_of({data, size});
    const auto tile = log::parse_tile(path);
    if (!tile) return 0;
    fuzz::require(log::path_of(*tile) == path && tile->width >= 1 && tile->width <= log::kTileWidth);
    return 0;
}
