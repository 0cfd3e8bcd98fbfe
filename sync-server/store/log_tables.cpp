// The log's own tables: leaves, openings, chains, tallies, and what is kept beside them.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/places.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

constexpr std::int64_t kPage = 1000;  // leaves that are held in memory at once

Result<Leaf> read_leaf(const Row& row)
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

Status Store::append(std::span<const Leaf> leaves)
{
    std::vector<Bytes> marks;
    marks.reserve(leaves.size());
    std::vector<Value> values;
    values.reserve(leaves.size() * 7);
    for (const Leaf& leaf : leaves) {
        Bytes& all = marks.emplace_back();
        for (const Mark& mark : leaf.marks) all.insert(all.end(), mark.begin(), mark.end());
        values.insert(values.end(), {to_column(leaf.index), std::string_view(leaf.record), ByteSpan(leaf.terminal), to_column(leaf.sequence),
                                     ByteSpan(leaf.hash), static_cast<std::int64_t>(leaf.reason), ByteSpan(all)});
    }
    return insert_rows(*connection_, "INSERT INTO leaves (leaf, record, terminal, seq, hash, reason, marks)", 7, values);
}

Status Store::put_reason(std::uint64_t index, Reason reason)
{
    ISO_TRY(const auto changed, run("UPDATE leaves SET reason = $1 WHERE leaf = $2", {static_cast<std::int64_t>(reason), to_column(index)}));
    return changed == 1 ? Status{} : fail(Errc::corrupt, "a ballot that counted is missing in the log");
}

Status Store::each_leaf(std::uint64_t first, const std::function<Status(Leaf&&)>& visit)
{
    for (std::uint64_t next = first;;) {
        const std::uint64_t page = next;
        ISO_CHECK(each("SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves WHERE leaf >= $1 ORDER BY leaf LIMIT $2", {to_column(page), kPage},
                       [&](const Row& row) -> Status {
                           ISO_TRY(auto leaf, read_leaf(row));
                           next = leaf.index + 1;
                           return visit(std::move(leaf));
                       }));
        if (next == page) return {};
    }
}

Result<std::optional<Leaf>> Store::leaf(const crypto::KeyId& terminal, std::uint64_t sequence)
{
    std::optional<Leaf> leaf;
    ISO_CHECK(each("SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves WHERE terminal = $1 AND seq = $2",
                   {ByteSpan(terminal), to_column(sequence)}, [&](const Row& row) -> Status {
                       ISO_TRY(leaf, read_leaf(row));
                       return {};
                   }));
    return leaf;
}

Result<std::optional<Leaf>> Store::leaf(std::uint64_t index)
{
    std::optional<Leaf> found;
    ISO_CHECK(each("SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves WHERE leaf = $1", {to_column(index)}, [&](const Row& row) -> Status {
        ISO_TRY(found, read_leaf(row));
        return {};
    }));
    return found;
}

Result<std::optional<crypto::Digest>> Store::leaf_hash(std::uint64_t index)
{
    std::optional<crypto::Digest> hash;
    ISO_CHECK(each("SELECT hash FROM leaves WHERE leaf = $1", {to_column(index)}, [&](const Row& row) -> Status {
        ISO_TRY(hash, column_bytes<32>(row, 0));
        return {};
    }));
    return hash;
}

Result<std::vector<std::string>> Store::records(std::uint64_t first, std::size_t limit)
{
    std::vector<std::string> records;
    ISO_CHECK(each("SELECT record FROM leaves WHERE leaf >= $1 ORDER BY leaf LIMIT $2", {to_column(first), to_column(limit)}, [&](const Row& row) -> Status {
        records.push_back(row.text(0));
        return {};
    }));
    return records;
}

Result<std::vector<Leaf>> Store::not_counted(std::uint64_t before, std::size_t limit, std::optional<Reason> reason,
                                             const std::optional<crypto::KeyId>& terminal)
{
    // "reason > 1" stands there as in the index, so that the engines use it.
    std::string sql = "SELECT leaf, record, terminal, seq, hash, reason, marks FROM leaves WHERE reason > 1 AND leaf < $1";
    std::vector<Value> values{to_column(before)};
    if (reason) {
        values.emplace_back(static_cast<std::int64_t>(*reason));
        sql += " AND reason = $" + std::to_string(values.size());
    }
    if (terminal) {
        values.emplace_back(ByteSpan(*terminal));
        sql += " AND terminal = $" + std::to_string(values.size());
    }
    values.emplace_back(to_column(limit));
    sql += " ORDER BY leaf DESC LIMIT $" + std::to_string(values.size());
    std::vector<Leaf> leaves;
    ISO_CHECK(connection_->each(sql, values, [&](const Row& row) -> Status {
        ISO_TRY(auto leaf, read_leaf(row));
        leaves.push_back(std::move(leaf));
        return {};
    }));
    return leaves;
}

Status Store::put_openings(std::span<const Opening> openings)
{
    std::vector<Value> values;
    values.reserve(openings.size() * 3);
    for (const Opening& opening : openings)
        values.insert(values.end(), {to_column(opening.leaf), ByteSpan(opening.voter.tag), ByteSpan(opening.voter.opening)});
    return insert_rows(*connection_, "INSERT INTO openings (leaf, tag, opening)", 3, values);
}

Result<std::optional<election::VoterTag>> Store::voter_of(std::uint64_t leaf)
{
    std::optional<election::VoterTag> tag;
    ISO_CHECK(each("SELECT tag FROM openings WHERE leaf = $1", {to_column(leaf)}, [&](const Row& row) -> Status {
        ISO_TRY(tag, column_bytes<std::tuple_size_v<election::VoterTag>>(row, 0));
        return {};
    }));
    return tag;
}

Result<std::vector<std::pair<crypto::KeyId, Chain>>> Store::chains(std::uint64_t after)
{
    std::vector<std::pair<crypto::KeyId, Chain>> chains;
    ISO_CHECK(each("SELECT terminal, next, last, open, forked FROM chains WHERE turn > $1", {to_column(after)}, [&](const Row& row) -> Status {
        ISO_TRY(const auto terminal, column_bytes<16>(row, 0));
        ISO_TRY(const auto last, column_bytes<32>(row, 2));
        chains.push_back({terminal, {{column_number(row, 1), last}, row.integer(3) != 0, row.integer(4) != 0}});
        return {};
    }));
    return chains;
}

Status Store::put_chain(const crypto::KeyId& terminal, const Chain& chain)
{
    ISO_TRY(const auto now, turn());
    return put(
        "UPDATE chains SET next = $1, last = $2, open = $3, forked = $4, turn = $5 WHERE terminal = $6",
        "INSERT INTO chains (next, last, open, forked, turn, terminal) VALUES ($1, $2, $3, $4, $5, $6)",
        {to_column(chain.head.next), ByteSpan(chain.head.last), std::int64_t{chain.open}, std::int64_t{chain.forked}, to_column(now), ByteSpan(terminal)});
}

Result<std::vector<Tally>> Store::tallies(std::uint64_t after)
{
    std::vector<Tally> tallies;
    ISO_CHECK(each("SELECT terminal, reason, count FROM tallies WHERE turn > $1", {to_column(after)}, [&](const Row& row) -> Status {
        ISO_TRY(const auto terminal, column_bytes<16>(row, 0));
        tallies.push_back({terminal, static_cast<Reason>(row.integer(1)), column_number(row, 2)});
        return {};
    }));
    return tallies;
}

Status Store::add_tally(const crypto::KeyId& terminal, Reason reason, std::int64_t count)
{
    ISO_TRY(const auto now, turn());
    return put("UPDATE tallies SET count = count + $1, turn = $2 WHERE terminal = $3 AND reason = $4",
               "INSERT INTO tallies (count, turn, terminal, reason) VALUES ($1, $2, $3, $4)",
               {count, to_column(now), ByteSpan(terminal), static_cast<std::int64_t>(reason)});
}

Result<bool> Store::put_evidence(const Evidence& evidence)
{
    ISO_TRY(const auto there, one_number("SELECT count(*) FROM evidence WHERE hash = $1", {ByteSpan(evidence.hash)}));
    if (there > 0) return false;
    ISO_CHECK(
        run("INSERT INTO evidence (hash, record, terminal, seq, reason) VALUES ($1, $2, $3, $4, $5)",
            {ByteSpan(evidence.hash), evidence.record, ByteSpan(evidence.terminal), to_column(evidence.sequence), static_cast<std::int64_t>(evidence.reason)}));
    return true;
}

Result<std::vector<Evidence>> Store::evidence(std::size_t limit)
{
    std::vector<Evidence> evidence;
    ISO_CHECK(each("SELECT record, terminal, seq, hash, reason FROM evidence ORDER BY terminal, seq, hash LIMIT $1", {to_column(limit)},
                   [&](const Row& row) -> Status {
                       ISO_TRY(const auto terminal, column_bytes<16>(row, 1));
                       ISO_TRY(const auto hash, column_bytes<32>(row, 3));
                       evidence.push_back({row.text(0), terminal, column_number(row, 2), hash, static_cast<Reason>(row.integer(4))});
                       return {};
                   }));
    return evidence;
}

}  // namespace isoloir::store
