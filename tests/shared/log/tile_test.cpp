#include "shared/log/tile.hpp"

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::log;

TEST_CASE("a tile has one address, and the address one tile")
{
    const auto [path, level, index, width] = GENERATE(table<const char*, int, std::uint64_t, unsigned>({
        {"tile/0/000", 0, 0, 256},
        {"tile/0/x001/x234/067", 0, 1'234'067, 256},  // the specification's own example
        {"tile/5/x001/000.p/255", 5, 1'000, 255},
        {"tile/entries/067", -1, 67, 256},
        {"tile/entries/x001/x000/000.p/1", -1, 1'000'000, 1},
    }));
    const Tile tile{level < 0 ? std::nullopt : std::optional(static_cast<unsigned>(level)), index, width};
    CHECK(path_of(tile) == path);
    CHECK(parse_tile(path) == tile);
}

TEST_CASE("what is no address of a tile, or not in its one form, names nothing")
{
    for (const char* path : {"",
                             "tile",
                             "tile/",
                             "tile/0",
                             "tile/0/",
                             "tile/6/000",
                             "tile/00/000",
                             "tile/-1/000",
                             "tile/0/0",
                             "tile/0/0000",
                             "tile/0/x000/000",
                             "tile/0/001/000",
                             "tile/0/x001/x000",
                             "tile/0/x001/000/",
                             "tile/0/000.p/0",
                             "tile/0/000.p/256",
                             "tile/0/000.p/01",
                             "tile/0/000.p",
                             "tile/0/000.p/",
                             "tile/0/000.p/1/2",
                             "tile/entries",
                             "tile/entries/",
                             "tile/entries/x67",
                             "tile/0/1000",
                             "tile/0/ 01",
                             "tile/0/+01",
                             "/tile/0/000",
                             "tile/0/000?x",
                             "tile/0/x999/x999/x999/x999/x999/999"}) {
        CAPTURE(path);
        CHECK_FALSE(parse_tile(path));
    }
}

TEST_CASE("a log has the tiles that its size fills, and the parts that it filled before")
{
    CHECK_FALSE(has_tile(0, {0, 0, 1}));
    CHECK(has_tile(1, {0, 0, 1}));
    CHECK_FALSE(has_tile(1, {0, 0, 2}));
    CHECK_FALSE(has_tile(255, {0, 0, 256}));
    CHECK(has_tile(256, {0, 0, 256}));
    CHECK(has_tile(256, {0, 0, 17}));
    CHECK(has_tile(256, {1, 0, 1}));
    CHECK_FALSE(has_tile(256, {0, 1, 1}));
    CHECK(has_tile(300, {std::nullopt, 1, 44}));
    CHECK_FALSE(has_tile(300, {std::nullopt, 1, 45}));
    CHECK_FALSE(has_tile(1'000'000, {3, 0, 1}));
}

TEST_CASE("an entry bears its length before it")
{
    Bytes bundle;
    add_entry(bundle, bytes_of("ab"));
    add_entry(bundle, Bytes(300, 7));
    CHECK(to_hex(ByteSpan(bundle).first(6)) == "00026162012c");
    CHECK(bundle.size() == 4 + 302);
}
