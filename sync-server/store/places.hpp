#pragma once
// Many rows or values in one statement.

#include <algorithm>

#include "sync-server/store/connection.hpp"

namespace isoloir::store {

/// Rows of one statement. 64 of the widest table are well below what SQLite takes as values (999).
constexpr std::size_t kRows = 64;

/// "($1, $2), ($3, $4)"
inline std::string places(std::size_t rows, std::size_t columns)
{
    std::string text;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        text += i % columns == 0 ? (i == 0 ? "(" : ", (") : ", ";
        text += "$" + std::to_string(i + 1);
        if (i % columns == columns - 1) text += ")";
    }
    return text;
}

/// Any number of rows: `head` and then (…), (…), with `columns` values each.
inline Status insert_rows(Connection& connection, const std::string& head, std::size_t columns, Values values)
{
    for (std::size_t first = 0; first < values.size(); first += kRows * columns) {
        const auto some = values.subspan(first, std::min(kRows * columns, values.size() - first));
        ISO_CHECK(connection.run(head + " VALUES " + places(some.size() / columns, columns), some));
    }
    return {};
}

}  // namespace isoloir::store
