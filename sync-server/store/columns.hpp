#pragma once
// Columns of the store's tables as our types.

#include <algorithm>

#include "sync-server/store/connection.hpp"

namespace isoloir::store {

inline std::int64_t to_column(std::uint64_t number)
{
    return static_cast<std::int64_t>(number);
}

inline std::uint64_t column_number(const Row& row, int column)
{
    return static_cast<std::uint64_t>(row.integer(column));
}

/// @error corrupt  another length
template <std::size_t N>
Result<ByteArray<N>> column_bytes(const Row& row, int column)
{
    const Bytes stored = row.blob(column);
    if (stored.size() != N) return fail(Errc::corrupt, "a stored value has the wrong length; nothing was changed, call the administrator");
    ByteArray<N> bytes;
    std::copy(stored.begin(), stored.end(), bytes.begin());
    return bytes;
}

/// Tags as the values of a statement.
template <class Tags>
std::vector<Value> values_of(const Tags& tags)
{
    std::vector<Value> values;
    values.reserve(tags.size());
    for (const auto& tag : tags) values.emplace_back(ByteSpan(tag));
    return values;
}

}  // namespace isoloir::store
