#pragma once
// SQLCipher with one connection that writes and checkpoints, WAL and synchronous = FULL: when commit() has returned,
// the rows are on the disk.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/secret.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace isoloir::storage {

class Database;

/// A prepared statement. Bind, then step; reset() readies it for the next use. Must not outlive its database.
class Statement {
public:
    Statement& bind(int index, std::int64_t number);  // index from 1
    Statement& bind(int index, ByteSpan blob);
    Statement& bind(int index, std::string_view text);
    Statement& bind_null(int index);

    /// True when a row is there to be read.
    /// @error full, io, corrupt, conflict (a unique or check constraint)
    Result<bool> step();
    /// Runs to the end, expecting no row, and resets.
    Status run();
    void reset();

    std::int64_t integer(int column) const;  // column from 0
    Bytes blob(int column) const;
    std::string text(int column) const;
    bool is_null(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
public:
    /// Opens or creates the file with a raw 32-byte key.
    /// @error forged  wrong key (or not a database); nothing that is stored changes
    /// @error conflict  another process has it open
    static Result<Database> open(const std::filesystem::path& file, const crypto::SecretBytes& key);

    Result<Statement> prepare(std::string_view sql);
    /// One or more statements without rows.
    Status execute(const std::string& sql);
    /// Rows that the last insert, update or delete changed.
    std::int64_t changes() const;

    /// Reads every page in use and holds indexes against their tables.
    /// @error corrupt
    Status check();

    /// Brings the schema from its version (0: empty) to `steps.size()`, each step in one transaction with the version,
    /// so that a kill leaves the old schema or the new one.
    /// @error refused  the file is of a newer version than this program knows
    Status migrate(std::span<const char* const> steps);

private:
    friend class Transaction;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit Database(sqlite3* database) : database_(database) {}
    std::unique_ptr<sqlite3, Close> database_;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back when it goes without commit().
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it returns. After an error nothing may be assumed: close the database and read it again.
    Status commit();

private:
    explicit Transaction(sqlite3* database) : database_(database) {}
    sqlite3* database_;
};

}  // namespace isoloir::storage
