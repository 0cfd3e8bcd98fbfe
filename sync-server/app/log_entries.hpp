#pragma once

#include "shared/log/tile.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::app {

/// The leaves of a tile, as C2SP tlog-tiles writes them. @param tile  of no level, and one that the log has
inline Result<std::string> log_entries(store::Store& store, const log::Tile& tile)
{
    ISO_TRY(const auto records, store.records(tile.index * log::kTileWidth, tile.width));
    Bytes entries;
    for (const std::string& record : records) log::add_entry(entries, bytes_of(record));
    return std::string(text_of(entries));
}

}  // namespace isoloir::app
