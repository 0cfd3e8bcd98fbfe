// The electoral roll, and the voters who voted as terminals ask for them.

#include "sync-server/store/sqlcipher/columns.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_store.hpp"

namespace isoloir::store {

Result<bool> SqlcipherStore::put_on_roll(const election::VoterTag& tag, std::int64_t origin)
{
    ISO_TRY(const auto insert, statement("INSERT OR IGNORE INTO roll (tag, origin) VALUES (?, ?)"));
    ISO_CHECK(insert->bind(1, ByteSpan(tag)).bind(2, origin).run());
    if (database_.changes() == 1) return true;
    // A card stays a card, whatever list names its code as well.
    ISO_TRY(const auto update, statement("UPDATE roll SET origin = ? WHERE tag = ? AND origin <> 0"));
    ISO_CHECK(update->bind(1, origin).bind(2, ByteSpan(tag)).run());
    return false;
}

Result<std::uint64_t> SqlcipherStore::strike_off_roll(std::int64_t last_import)
{
    ISO_TRY(const auto strike, statement("DELETE FROM roll WHERE origin <> 0 AND origin <> ?"));
    ISO_CHECK(strike->bind(1, last_import).run());
    return static_cast<std::uint64_t>(database_.changes());
}

Result<bool> SqlcipherStore::is_on_roll(const election::VoterTag& tag)
{
    ISO_TRY(const auto select, statement("SELECT 1 FROM roll WHERE tag = ?"));
    ISO_TRY(const bool found, select->bind(1, ByteSpan(tag)).step());
    select->reset();
    return found;
}

Result<std::uint64_t> SqlcipherStore::roll_size()
{
    ISO_TRY(const auto select, statement("SELECT count(*) FROM roll"));
    ISO_CHECK(select->step());
    const std::uint64_t size = column_number(*select, 0);
    select->reset();
    return size;
}

Result<std::vector<RollEntry>> SqlcipherStore::roll_from(std::uint64_t number, std::size_t limit)
{
    ISO_TRY(const auto select, statement("SELECT number, tag FROM roll WHERE number >= ? ORDER BY number LIMIT ?"));
    select->bind(1, to_column(number)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<RollEntry> entries;
    for (;;) {
        ISO_TRY(const bool more, select->step());
        if (!more) break;
        ISO_TRY(const auto tag, column_bytes<32>(*select, 1));
        entries.push_back({column_number(*select, 0), tag});
    }
    select->reset();
    return entries;
}

Result<std::vector<VotedEntry>> SqlcipherStore::voted_from(std::uint64_t leaf, std::size_t limit)
{
    ISO_TRY(const auto select,
            statement("SELECT v.leaf, v.tag, l.terminal FROM voters v JOIN leaves l ON l.leaf = v.leaf WHERE v.leaf >= ? ORDER BY v.leaf LIMIT ?"));
    select->bind(1, to_column(leaf)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<VotedEntry> entries;
    for (;;) {
        ISO_TRY(const bool more, select->step());
        if (!more) break;
        ISO_TRY(const auto tag, column_bytes<32>(*select, 1));
        ISO_TRY(const auto terminal, column_bytes<16>(*select, 2));
        entries.push_back({column_number(*select, 0), tag, terminal});
    }
    select->reset();
    return entries;
}

Result<std::optional<crypto::Digest>> SqlcipherStore::leaf_hash(std::uint64_t index)
{
    ISO_TRY(const auto select, statement("SELECT hash FROM leaves WHERE leaf = ?"));
    ISO_TRY(const bool found, select->bind(1, to_column(index)).step());
    std::optional<crypto::Digest> hash;
    if (found) { ISO_TRY(hash, column_bytes<32>(*select, 0)); }
    select->reset();
    return hash;
}

}  // namespace isoloir::store
