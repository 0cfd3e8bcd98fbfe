#pragma once
// Columns of the store's tables as our types.

#include <algorithm>

#include "shared/storage/database.hpp"

namespace isoloir::store {

inline std::int64_t to_column(std::uint64_t number)
{
    return static_cast<std::int64_t>(number);
}

inline std::uint64_t column_number(const storage::Statement& row, int column)
{
    return static_cast<std::uint64_t>(row.integer(column));
}

/// @error corrupt  another length
template <std::size_t N>
Result<ByteArray<N>> column_bytes(const storage::Statement& row, int column)
{
    const Bytes stored = row.blob(column);
    if (stored.size() != N) return fail(Errc::corrupt, "a stored value has the wrong length; nothing was changed, call the administrator");
    ByteArray<N> bytes;
    std::copy(stored.begin(), stored.end(), bytes.begin());
    return bytes;
}

}  // namespace isoloir::store
