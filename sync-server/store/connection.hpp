#pragma once
// A database as the store needs it. SQL is written once, in the words that SQLite 3.15 and PostgreSQL share, so that both
// engines (and those that speak PostgreSQL's language) do the same: numbers are BIGINT, bytes BYTEA, and the values of a
// statement are $1, $2, …, each used once and in this order.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"

namespace isoloir::store {

using Value = std::variant<std::int64_t, std::string_view, ByteSpan>;
using Values = std::span<const Value>;

/// A row of an answer; good for as long as it is being visited. Columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual Bytes blob(int column) const = 0;
};

/// One thread at a time uses a connection.
class Connection {
public:
    virtual ~Connection() = default;

    /// Runs `work` in one transaction: all of it is durable when this returns, or none of it after an error. Where engines
    /// ask for it, `work` is run again from its beginning.
    /// @error what `work` returned;  full  no room, nothing written;  unavailable  the database is not reached: ask it later
    ///        what is there;  io, corrupt  nothing may be assumed: stop
    virtual Status transact(const std::function<Status()>& work) = 0;

    /// Runs `work`, which only reads, and sees the database as it is at one moment.
    virtual Status view(const std::function<Status()>& work) = 0;

    /// A statement without rows. @return  rows changed
    /// @error conflict  a unique constraint; within a transaction, the whole of it must be given up
    virtual Result<std::uint64_t> run(std::string_view sql, Values values) = 0;

    /// Calls `visit` for each row; it asks the connection nothing meanwhile.
    virtual Status each(std::string_view sql, Values values, const std::function<Status(const Row&)>& visit) = 0;

    /// Brings the tables from their version (0: none) to `steps.size()`, each step with its version at once or not at all.
    /// @error refused  the tables are of a newer version than this program knows
    virtual Status migrate(std::span<const char* const> steps) = 0;
};

}  // namespace isoloir::store
