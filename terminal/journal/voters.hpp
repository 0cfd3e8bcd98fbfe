#pragma once
// What the centre told this terminal about voters: who voted elsewhere, and who stands on the electoral roll. Tags cut to 16
// bytes, in the journal's own database; a page and the cursor behind it are one transaction, so that no cut loses anybody.

#include <optional>

#include "shared/base/result.hpp"
#include "shared/storage/database.hpp"
#include "shared/wire/voters.hpp"

namespace isoloir::journal {

/// Whether somebody may vote here, as far as this terminal knows: the centre decides in the end.
enum class Standing { may_vote, voted_here, voted_elsewhere, voted_online, not_on_roll, roll_unknown };

/// A step of the journal's schema.
inline constexpr const char* kVotersSchema =
    "CREATE TABLE voted_elsewhere (tag BLOB PRIMARY KEY, online INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE voted_cursor (id INTEGER PRIMARY KEY CHECK (id = 1), cursor BLOB NOT NULL);"
    "CREATE TABLE roll (tag BLOB PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE roll_state (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL, version INTEGER NOT NULL,"
    "                         cursor BLOB NOT NULL, known INTEGER NOT NULL, replacing INTEGER NOT NULL);";

/// A view of the journal's database; short-lived.
class Voters {
public:
    explicit Voters(storage::Database& database) : database_(database) {}

    /// Of somebody who has not voted here.
    Result<Standing> standing(const wire::ShortTag& voter, bool needs_roll);
    /// Whether a whole roll has arrived, with somebody on it.
    Result<bool> knows_roll();

    /// Where to go on asking; nothing at first.
    Result<std::optional<wire::Cursor>> voted_cursor();
    Result<std::optional<wire::Cursor>> roll_cursor();

    /// Taking a page twice does no harm.
    Status take(const wire::VotedPage& page);
    /// A roll that begins anew replaces the one before once it is complete; until then, who stands on either may vote.
    /// @error malformed  it goes on where nothing began
    Status take(const wire::RollPage& page);
    /// The whole roll at once. @error conflict  older than the one that is here
    Status take(const wire::Roll& roll);

private:
    struct RollState {
        std::int64_t generation{0};  // of the list that came last, whole or in part
        std::int64_t version{0};     // as the centre counts
        wire::Cursor cursor{};
        bool known{false};      // some list has come whole
        bool replacing{false};  // the last one has not yet
    };
    Result<std::optional<RollState>> roll_state();
    /// Puts these voters on the list of `state`, and closes that list when `complete`.
    Status write(RollState state, const std::vector<wire::ShortTag>& tags, bool complete);

    storage::Database& database_;
};

}  // namespace isoloir::journal
