// The log's own tables: leaves, voters, openings, and what was kept or counted beside them.

#include "sync-server/store/sqlcipher/columns.hpp"
#include "sync-server/store/sqlcipher/sqlcipher_store.hpp"

namespace isoloir::store {
namespace {

using storage::Statement;

constexpr const char* kAllLeaves = "SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves ORDER BY leaf";
constexpr const char* kOneLeaf = "SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves WHERE terminal = ? AND seq = ?";

Result<Leaf> read_leaf(const Statement& row)
{
    Leaf leaf;
    leaf.index = column_number(row, 0);
    leaf.record = row.text(1);
    ISO_TRY(leaf.terminal, column_bytes<16>(row, 2));
    leaf.sequence = column_number(row, 3);
    ISO_TRY(leaf.hash, column_bytes<32>(row, 4));
    leaf.reason = static_cast<Reason>(row.integer(5));
    const Bytes marks = row.blob(6);
    for (std::size_t at = 0; at + 16 <= marks.size(); at += 16)
        std::copy_n(marks.begin() + static_cast<std::ptrdiff_t>(at), 16, leaf.marks.emplace_back().begin());
    return leaf;
}

}  // namespace

Status SqlcipherStore::append(const Leaf& leaf)
{
    ISO_TRY(const auto insert, statement("INSERT INTO leaves VALUES (?, ?, ?, ?, ?, ?, ?)"));
    Bytes marks;
    for (const Mark& mark : leaf.marks) marks.insert(marks.end(), mark.begin(), mark.end());
    return insert->bind(1, to_column(leaf.index))
        .bind(2, leaf.record)
        .bind(3, ByteSpan(leaf.terminal))
        .bind(4, to_column(leaf.sequence))
        .bind(5, ByteSpan(leaf.hash))
        .bind(6, static_cast<std::int64_t>(leaf.reason))
        .bind(7, marks.empty() ? bytes_of("") : ByteSpan(marks))
        .run();
}

Status SqlcipherStore::each_leaf(const std::function<Status(Leaf&&)>& visit)
{
    ISO_TRY(const auto select, statement(kAllLeaves));
    for (;;) {
        ISO_TRY(const bool more, select->step());
        if (!more) break;
        ISO_TRY(auto leaf, read_leaf(*select));
        const Status visited = visit(std::move(leaf));
        if (!visited) {
            select->reset();
            return visited;
        }
    }
    select->reset();
    return {};
}

Result<std::optional<Leaf>> SqlcipherStore::leaf(const crypto::KeyId& terminal, std::uint64_t sequence)
{
    ISO_TRY(const auto select, statement(kOneLeaf));
    select->bind(1, ByteSpan(terminal)).bind(2, to_column(sequence));
    ISO_TRY(const bool found, select->step());
    if (!found) return std::optional<Leaf>{};
    ISO_TRY(auto leaf, read_leaf(*select));
    select->reset();
    return std::optional<Leaf>(std::move(leaf));
}

Result<bool> SqlcipherStore::claim_voter(const election::VoterTag& tag, std::uint64_t index)
{
    ISO_TRY(const auto insert, statement("INSERT OR IGNORE INTO voters VALUES (?, ?)"));
    ISO_CHECK(insert->bind(1, ByteSpan(tag)).bind(2, to_column(index)).run());
    return database_.changes() == 1;
}

Status SqlcipherStore::put_opening(std::uint64_t index, const wire::BatchLine::Voter& voter)
{
    ISO_TRY(const auto insert, statement("INSERT INTO openings VALUES (?, ?, ?)"));
    return insert->bind(1, to_column(index)).bind(2, ByteSpan(voter.tag)).bind(3, ByteSpan(voter.opening)).run();
}

Result<bool> SqlcipherStore::put_evidence(const Evidence& evidence)
{
    ISO_TRY(const auto insert, statement("INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?, ?)"));
    ISO_CHECK(insert->bind(1, ByteSpan(evidence.hash))
                  .bind(2, evidence.record)
                  .bind(3, ByteSpan(evidence.terminal))
                  .bind(4, to_column(evidence.sequence))
                  .bind(5, static_cast<std::int64_t>(evidence.reason))
                  .run());
    return database_.changes() == 1;
}

Status SqlcipherStore::add_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count)
{
    ISO_TRY(const auto insert, statement("INSERT OR IGNORE INTO refused VALUES (?, ?, 0)"));
    ISO_CHECK(insert->bind(1, ByteSpan(terminal)).bind(2, static_cast<std::int64_t>(reason)).run());
    ISO_TRY(const auto update, statement("UPDATE refused SET count = count + ? WHERE terminal = ? AND reason = ?"));
    return update->bind(1, to_column(count)).bind(2, ByteSpan(terminal)).bind(3, static_cast<std::int64_t>(reason)).run();
}

Result<std::vector<Store::Count>> SqlcipherStore::refused()
{
    ISO_TRY(const auto select, statement("SELECT terminal, reason, count FROM refused"));
    std::vector<Count> counts;
    for (;;) {
        ISO_TRY(const bool more, select->step());
        if (!more) break;
        ISO_TRY(const auto terminal, column_bytes<16>(*select, 0));
        counts.push_back({terminal, static_cast<Reason>(select->integer(1)), column_number(*select, 2)});
    }
    select->reset();
    return counts;
}

}  // namespace isoloir::store
