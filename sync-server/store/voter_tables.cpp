// The electoral roll, and the voters whose ballots are accepted.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/places.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

constexpr const char* kNextOnRoll = "roll-next";

Result<VotedEntry> read_voted(const Row& row)
{
    VotedEntry entry;
    ISO_TRY(entry.tag, column_bytes<32>(row, 0));
    entry.leaf = column_number(row, 1);
    ISO_TRY(entry.terminal, column_bytes<16>(row, 2));
    entry.hour = row.integer(3);
    return entry;
}

}  // namespace

Result<std::map<election::VoterTag, VotedEntry>> Store::voted(std::span<const election::VoterTag> tags)
{
    std::map<election::VoterTag, VotedEntry> voters;
    ISO_CHECK(each_among("SELECT tag, leaf, terminal, hour FROM voters WHERE tag IN", values_of(tags), [&](const Row& row) -> Status {
        ISO_TRY(const auto entry, read_voted(row));
        voters.emplace(entry.tag, entry);
        return {};
    }));
    return voters;
}

Status Store::claim_voters(std::span<const VotedEntry> voters)
{
    std::vector<Value> values;
    values.reserve(voters.size() * 4);
    for (const VotedEntry& voter : voters) values.insert(values.end(), {ByteSpan(voter.tag), to_column(voter.leaf), ByteSpan(voter.terminal), voter.hour});
    return insert_rows(*connection_, "INSERT INTO voters (tag, leaf, terminal, hour)", 4, values);
}

Status Store::replace_voter(const VotedEntry& voter)
{
    ISO_TRY(const auto changed, run("UPDATE voters SET leaf = $1, terminal = $2, hour = $3 WHERE tag = $4",
                                    {to_column(voter.leaf), ByteSpan(voter.terminal), voter.hour, ByteSpan(voter.tag)}));
    return changed == 1 ? Status{} : fail(Errc::corrupt, "a voter whose ballot counted is missing");
}

Result<std::map<Hour, std::uint64_t>> Store::voted_by_hour()
{
    std::map<Hour, std::uint64_t> hours;
    ISO_CHECK(each("SELECT hour, count(*) FROM voters GROUP BY hour", {}, [&](const Row& row) -> Status {
        hours[row.integer(0)] = column_number(row, 1);
        return {};
    }));
    return hours;
}

Result<std::vector<VotedEntry>> Store::voted_from(std::uint64_t leaf, std::size_t limit)
{
    std::vector<VotedEntry> entries;
    ISO_CHECK(each("SELECT tag, leaf, terminal, hour FROM voters WHERE leaf >= $1 ORDER BY leaf LIMIT $2", {to_column(leaf), to_column(limit)},
                   [&](const Row& row) -> Status {
                       ISO_TRY(const auto entry, read_voted(row));
                       entries.push_back(entry);
                       return {};
                   }));
    return entries;
}

Result<std::uint64_t> Store::put_on_roll(std::span<const election::VoterTag> tags, std::int64_t origin)
{
    ISO_TRY(auto there, on_roll(tags));
    ISO_TRY(std::int64_t next, number(kNextOnRoll));
    // A card stays a card, whatever list names its code as well.
    for (const auto& tag : there) ISO_CHECK(run("UPDATE roll SET origin = $1 WHERE tag = $2 AND origin <> 0", {origin, ByteSpan(tag)}));
    std::vector<Value> values;
    std::uint64_t added = 0;
    for (const auto& tag : tags) {
        if (!there.insert(tag).second) continue;
        values.insert(values.end(), {Value(++next), Value(ByteSpan(tag)), Value(origin)});
        ++added;
    }
    ISO_CHECK(insert_rows(*connection_, "INSERT INTO roll (number, tag, origin)", 3, values));
    ISO_CHECK(put_number(kNextOnRoll, next));
    return added;
}

Result<std::uint64_t> Store::strike_off_roll(std::int64_t last_import)
{
    return run("DELETE FROM roll WHERE origin <> 0 AND origin <> $1", {last_import});
}

Result<std::set<election::VoterTag>> Store::on_roll(std::span<const election::VoterTag> tags)
{
    std::set<election::VoterTag> there;
    ISO_CHECK(each_among("SELECT tag FROM roll WHERE tag IN", values_of(tags), [&](const Row& row) -> Status {
        ISO_TRY(const auto tag, column_bytes<32>(row, 0));
        there.insert(tag);
        return {};
    }));
    return there;
}

Result<std::uint64_t> Store::roll_size()
{
    return one_number("SELECT count(*) FROM roll", {}).map([](std::int64_t size) { return static_cast<std::uint64_t>(size); });
}

Result<std::vector<RollEntry>> Store::roll_from(std::uint64_t number, std::size_t limit)
{
    std::vector<RollEntry> entries;
    ISO_CHECK(
        each("SELECT number, tag FROM roll WHERE number >= $1 ORDER BY number LIMIT $2", {to_column(number), to_column(limit)}, [&](const Row& row) -> Status {
            ISO_TRY(const auto tag, column_bytes<32>(row, 1));
            entries.push_back({column_number(row, 0), tag});
            return {};
        }));
    return entries;
}

}  // namespace isoloir::store
