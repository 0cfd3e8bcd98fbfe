#pragma once
// How many came to this terminal, since the poll was opened: two numbers in the journal's database, outside the chain,
// with no time and no trace of whom they count.

#include <cstdint>

#include "shared/base/result.hpp"
#include "shared/storage/database.hpp"

namespace isoloir::journal {

/// A step of the journal's schema: counters, and who is staff.
inline constexpr const char* kStaffSchema =
    "CREATE TABLE counters (id INTEGER PRIMARY KEY CHECK (id = 1), sessions INTEGER NOT NULL, refused INTEGER NOT NULL);"
    "INSERT INTO counters VALUES (1, 0, 0);"
    "CREATE TABLE staff (handle TEXT PRIMARY KEY, pin TEXT NOT NULL) WITHOUT ROWID;";

/// A view of the journal's database; short-lived.
class Counters {
public:
    struct Values {
        std::uint64_t sessions{0};
        std::uint64_t refused{0};
    };

    explicit Counters(storage::Database& database) : database_(database) {}

    /// Somebody touched the attract screen.
    Status note_session() { return database_.execute("UPDATE counters SET sessions = sessions + 1"); }
    /// Somebody was told that they cannot vote.
    Status note_refused() { return database_.execute("UPDATE counters SET refused = refused + 1"); }
    Status reset() { return database_.execute("UPDATE counters SET sessions = 0, refused = 0"); }
    Result<Values> values();

private:
    storage::Database& database_;
};

}  // namespace isoloir::journal
