#pragma once
// The tables, as steps from one version to the next, in the words of connection.hpp.

#include <array>

namespace isoloir::store {

inline constexpr std::array kSchema{R"sql(
    -- One row. Whoever writes takes the next turn first, and holds the row until its transaction ends.
    CREATE TABLE turns (one BIGINT PRIMARY KEY, turn BIGINT NOT NULL);
    INSERT INTO turns VALUES (1, 0);

    CREATE TABLE secrets (name TEXT PRIMARY KEY, sealed BYTEA NOT NULL);
    CREATE TABLE documents (name TEXT PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE numbers (name TEXT PRIMARY KEY, number BIGINT NOT NULL);
    CREATE TABLE pictures (hash BYTEA PRIMARY KEY, file BYTEA NOT NULL);
    CREATE TABLE rosters (version BIGINT PRIMARY KEY, jws TEXT NOT NULL);

    CREATE TABLE leaves (leaf BIGINT PRIMARY KEY, record TEXT NOT NULL, terminal BYTEA NOT NULL, seq BIGINT NOT NULL,
                         hash BYTEA NOT NULL, reason BIGINT NOT NULL, marks BYTEA NOT NULL);
    CREATE UNIQUE INDEX leaves_by_chain ON leaves (terminal, seq);
    -- Kept apart, so that they can be erased when the law says so and the log stays verifiable.
    CREATE TABLE openings (leaf BIGINT PRIMARY KEY, tag BYTEA NOT NULL, opening BYTEA NOT NULL);
    -- Whose ballot counts, and which: what no two ballots can share is decided here.
    CREATE TABLE voters (tag BYTEA PRIMARY KEY, leaf BIGINT NOT NULL, terminal BYTEA NOT NULL, hour BIGINT NOT NULL) /* clustered */;
    CREATE UNIQUE INDEX voters_by_leaf ON voters (leaf);
    -- Tags alone. A number is never given twice: terminals ask for what came after the one they have.
    CREATE TABLE roll (number BIGINT PRIMARY KEY, tag BYTEA NOT NULL UNIQUE, origin BIGINT NOT NULL);

    CREATE TABLE chains (terminal BYTEA PRIMARY KEY, next BIGINT NOT NULL, last BYTEA NOT NULL, open BIGINT NOT NULL, forked BIGINT NOT NULL,
                         turn BIGINT NOT NULL) /* clustered */;
    CREATE TABLE tallies (terminal BYTEA NOT NULL, reason BIGINT NOT NULL, count BIGINT NOT NULL, turn BIGINT NOT NULL,
                          PRIMARY KEY (terminal, reason)) /* clustered */;
    CREATE TABLE evidence (hash BYTEA PRIMARY KEY, record TEXT NOT NULL, terminal BYTEA NOT NULL, seq BIGINT NOT NULL, reason BIGINT NOT NULL);

    CREATE TABLE losses (terminal BYTEA PRIMARY KEY, next BIGINT NOT NULL, receipt TEXT NOT NULL) /* clustered */;

    CREATE TABLE checkpoints (epoch BIGINT NOT NULL, size BIGINT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (epoch, size));
    CREATE TABLE answers (terminal BYTEA PRIMARY KEY, batch BYTEA NOT NULL, receipt TEXT NOT NULL) /* clustered */;
    -- Of a live ranking: what all accepted ballots before the leaf `until` add up to, a row for each round.
    CREATE TABLE rounds (until BIGINT PRIMARY KEY, ballots BIGINT NOT NULL, invalid BIGINT NOT NULL, votes TEXT NOT NULL);
    CREATE TABLE imports (file BYTEA PRIMARY KEY, lines BIGINT NOT NULL) /* clustered */;

    -- Who may hand in online votes: of each token its hash alone.
    CREATE TABLE api_tokens (hash BYTEA PRIMARY KEY, name TEXT NOT NULL, last_hour BIGINT NOT NULL, withdrawn BIGINT NOT NULL) /* clustered */;
    CREATE TABLE posts (post BYTEA PRIMARY KEY, answer TEXT NOT NULL) /* clustered */;

    -- Signed records that do not count are few, and asked for by themselves.
    CREATE INDEX leaves_not_counted ON leaves (leaf) WHERE reason > 1;

    CREATE TABLE accounts (name TEXT PRIMARY KEY, role BIGINT NOT NULL, halls TEXT NOT NULL, disabled BIGINT NOT NULL, password TEXT NOT NULL,
                           last_step BIGINT NOT NULL, invitation BYTEA NOT NULL, invited_until BIGINT NOT NULL, failures BIGINT NOT NULL,
                           locked_until BIGINT NOT NULL, seen BIGINT NOT NULL);
    CREATE TABLE recovery_codes (hash BYTEA PRIMARY KEY, account TEXT NOT NULL) /* clustered */;
    CREATE TABLE sessions (hash BYTEA PRIMARY KEY, account TEXT NOT NULL, begun BIGINT NOT NULL, seen BIGINT NOT NULL) /* clustered */;
    CREATE TABLE audit (number BIGINT PRIMARY KEY, time BIGINT NOT NULL, account TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
                        done BIGINT NOT NULL, detail TEXT NOT NULL);
    -- What a terminal said of itself at its last sync.
    CREATE TABLE terminal_notes (terminal BYTEA PRIMARY KEY, seen BIGINT NOT NULL, version TEXT NOT NULL, waiting BIGINT NOT NULL,
                                 battery BIGINT NOT NULL) /* clustered */;
    CREATE TABLE suspended (terminal BYTEA PRIMARY KEY, since BIGINT NOT NULL) /* clustered */;
    CREATE TABLE draft_pictures (name TEXT PRIMARY KEY, file BYTEA NOT NULL);
    CREATE TABLE import_reports (number BIGINT PRIMARY KEY, json TEXT NOT NULL);
)sql",
                                    R"sql(
    -- Names that somebody tried to log in with and that are nobody's, by their hash, in the order in which they were first tried.
    CREATE TABLE strangers (number BIGINT PRIMARY KEY, name BYTEA NOT NULL UNIQUE, wrong BIGINT NOT NULL, locked_until BIGINT NOT NULL);
)sql",
                                    R"sql(
    -- What proves the count. The bytes of a file are pieces, from `first` on; those of its log are the leaves.
    CREATE TABLE bundle_files (path TEXT PRIMARY KEY, bytes BIGINT NOT NULL, hash BYTEA NOT NULL, first BIGINT NOT NULL);
    CREATE TABLE bundle_pieces (number BIGINT PRIMARY KEY, piece BYTEA NOT NULL);
)sql"};

}  // namespace isoloir::store
