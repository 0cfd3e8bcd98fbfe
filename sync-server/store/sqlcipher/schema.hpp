#pragma once
// The tables, as steps from one version of the schema to the next. SQL that SQLite 3.15 knows: no UPSERT, no RETURNING.

#include <array>

namespace isoloir::store {

inline constexpr std::array kSchema{R"sql(
    CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE documents (name TEXT PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE pictures (hash BLOB PRIMARY KEY, file BLOB NOT NULL);
    CREATE TABLE rosters (version INTEGER PRIMARY KEY, jws TEXT NOT NULL);

    CREATE TABLE leaves (leaf INTEGER PRIMARY KEY, record TEXT NOT NULL, terminal BLOB NOT NULL, seq INTEGER NOT NULL,
                         hash BLOB NOT NULL, reason INTEGER NOT NULL, marks BLOB NOT NULL);
    CREATE UNIQUE INDEX leaves_by_chain ON leaves (terminal, seq);
    -- Kept apart, so that they can be erased when the law says so and the log stays verifiable.
    CREATE TABLE openings (leaf INTEGER PRIMARY KEY, tag BLOB NOT NULL, opening BLOB NOT NULL);
    CREATE TABLE voters (tag BLOB PRIMARY KEY, leaf INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE chains (terminal BLOB PRIMARY KEY, next INTEGER NOT NULL, last BLOB NOT NULL, open INTEGER NOT NULL, forked INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE evidence (hash BLOB PRIMARY KEY, record TEXT NOT NULL, terminal BLOB NOT NULL, seq INTEGER NOT NULL, reason INTEGER NOT NULL);
    CREATE TABLE refused (terminal BLOB NOT NULL, reason INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (terminal, reason)) WITHOUT ROWID;

    CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
    CREATE TABLE answers (terminal BLOB PRIMARY KEY, batch BLOB NOT NULL, receipt TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE imports (file BLOB PRIMARY KEY, lines INTEGER NOT NULL) WITHOUT ROWID;
)sql",
                                    // Tags alone. A number is never given twice: terminals ask for what came after the one they have.
                                    R"sql(
    CREATE TABLE roll (number INTEGER PRIMARY KEY AUTOINCREMENT, tag BLOB NOT NULL UNIQUE, origin INTEGER NOT NULL);
    CREATE INDEX voters_by_leaf ON voters (leaf);
)sql"};

}  // namespace isoloir::store
