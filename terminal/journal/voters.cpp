#include "terminal/journal/voters.hpp"

#include <algorithm>

namespace isoloir::journal {
namespace {

using storage::Statement;

Result<wire::Cursor> read_cursor(const Statement& row, int column)
{
    const Bytes stored = row.blob(column);
    wire::Cursor cursor{};
    if (stored.size() != cursor.size()) return fail(Errc::corrupt, "a cursor in the journal is damaged");
    std::copy(stored.begin(), stored.end(), cursor.begin());
    return cursor;
}

}  // namespace

Result<Standing> Voters::standing(const wire::ShortTag& voter, bool needs_roll)
{
    ISO_TRY(auto voted, database_.prepare("SELECT online FROM voted_elsewhere WHERE tag = ?"));
    ISO_TRY(const bool has_voted, voted.bind(1, ByteSpan(voter)).step());
    if (has_voted) return voted.integer(0) != 0 ? Standing::voted_online : Standing::voted_elsewhere;
    if (!needs_roll) return Standing::may_vote;
    ISO_TRY(const bool known, knows_roll());
    if (!known) return Standing::roll_unknown;
    ISO_TRY(auto listed, database_.prepare("SELECT 1 FROM roll WHERE tag = ?"));
    ISO_TRY(const bool is_listed, listed.bind(1, ByteSpan(voter)).step());
    return is_listed ? Standing::may_vote : Standing::not_on_roll;
}

Result<bool> Voters::knows_roll()
{
    ISO_TRY(auto select, database_.prepare("SELECT 1 FROM roll_state WHERE known <> 0 AND EXISTS (SELECT 1 FROM roll)"));
    return select.step();
}

Result<std::optional<wire::Cursor>> Voters::voted_cursor()
{
    ISO_TRY(auto select, database_.prepare("SELECT cursor FROM voted_cursor"));
    ISO_TRY(const bool found, select.step());
    std::optional<wire::Cursor> cursor;
    if (found) { ISO_TRY(cursor, read_cursor(select, 0)); }
    return cursor;
}

Result<std::optional<wire::Cursor>> Voters::roll_cursor()
{
    ISO_TRY(const auto state, roll_state());
    return state ? std::optional(state->cursor) : std::nullopt;
}

Result<std::optional<Voters::RollState>> Voters::roll_state()
{
    ISO_TRY(auto select, database_.prepare("SELECT generation, version, cursor, known, replacing FROM roll_state"));
    ISO_TRY(const bool found, select.step());
    if (!found) return std::optional<RollState>{};
    ISO_TRY(const auto cursor, read_cursor(select, 2));
    return std::optional(RollState{select.integer(0), select.integer(1), cursor, select.integer(3) != 0, select.integer(4) != 0});
}

Status Voters::take(const wire::VotedPage& page)
{
    ISO_TRY(const auto cursor, voted_cursor());
    if (page.hall.empty() && page.online.empty() && cursor == page.next) return {};
    ISO_TRY(auto transaction, storage::Transaction::begin(database_));
    ISO_TRY(auto insert, database_.prepare("INSERT OR REPLACE INTO voted_elsewhere VALUES (?, ?)"));
    const auto put = [&](const std::vector<wire::ShortTag>& tags, std::int64_t online) -> Status {
        for (const auto& tag : tags) ISO_CHECK(insert.bind(1, ByteSpan(tag)).bind(2, online).run());
        return {};
    };
    ISO_CHECK(put(page.hall, 0));
    ISO_CHECK(put(page.online, 1));
    ISO_TRY(auto move_on, database_.prepare("INSERT OR REPLACE INTO voted_cursor VALUES (1, ?)"));
    ISO_CHECK(move_on.bind(1, ByteSpan(page.next)).run());
    return transaction.commit();
}

Status Voters::take(const wire::RollPage& page)
{
    ISO_TRY(const auto before, roll_state());
    if (!before && !page.anew) return fail(Errc::malformed, "the roll goes on where nothing began");
    RollState state = before.value_or(RollState{});
    const bool ends = state.replacing && !page.more;
    if (!page.anew && !ends && page.tags.empty() && page.next == state.cursor && page.version == state.version) return {};
    if (page.anew) {
        ++state.generation;
        state.replacing = true;
    }
    state.version = page.version;
    state.cursor = page.next;
    return write(state, page.tags, !page.more);
}

Status Voters::take(const wire::Roll& roll)
{
    ISO_TRY(const auto before, roll_state());
    RollState state = before.value_or(RollState{});
    if (roll.version < state.version) return fail(Errc::conflict, "this roll is older than the one that this terminal has");
    ++state.generation;
    state.replacing = true;
    state.version = roll.version;
    state.cursor = roll.next;
    return write(state, roll.tags, true);
}

Status Voters::write(RollState state, const std::vector<wire::ShortTag>& tags, bool complete)
{
    ISO_TRY(auto transaction, storage::Transaction::begin(database_));
    ISO_TRY(auto insert, database_.prepare("INSERT OR REPLACE INTO roll VALUES (?, ?)"));
    for (const auto& tag : tags) ISO_CHECK(insert.bind(1, ByteSpan(tag)).bind(2, state.generation).run());
    if (complete && state.replacing) {
        ISO_TRY(auto strike, database_.prepare("DELETE FROM roll WHERE generation <> ?"));
        ISO_CHECK(strike.bind(1, state.generation).run());
        state.known = true;
        state.replacing = false;
    }
    ISO_TRY(auto keep, database_.prepare("INSERT OR REPLACE INTO roll_state VALUES (1, ?, ?, ?, ?, ?)"));
    ISO_CHECK(keep.bind(1, state.generation)
                  .bind(2, state.version)
                  .bind(3, ByteSpan(state.cursor))
                  .bind(4, std::int64_t{state.known})
                  .bind(5, std::int64_t{state.replacing})
                  .run());
    return transaction.commit();
}

}  // namespace isoloir::journal
