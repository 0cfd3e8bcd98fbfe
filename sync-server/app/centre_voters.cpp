// The centre keeps the electoral roll as tags, and tells terminals who is on it and who has voted elsewhere.

#include <algorithm>

#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"
#include "sync-server/roll/cards.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kVersion = "roll-version";        // rises with each change
constexpr const char* kGeneration = "roll-generation";  // the version in which somebody was last struck off

template <std::size_t N>
void put_bytes(wire::Cursor& cursor, std::size_t at, const ByteArray<N>& bytes)
{
    std::copy(bytes.begin(), bytes.end(), cursor.begin() + static_cast<std::ptrdiff_t>(at));
}
void put_number(wire::Cursor& cursor, std::size_t at, std::uint64_t number)
{
    for (std::size_t i = 0; i < 8; ++i) cursor[at + i] = static_cast<std::uint8_t>(number >> (8 * i));
}
std::uint64_t number_at(const wire::Cursor& cursor, std::size_t at)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number |= std::uint64_t{cursor[at + i]} << (8 * i);
    return number;
}

/// How many leaves were looked at, and the last one's hash: after the centre was set back to a backup, other leaves may
/// stand at those places.
Result<wire::Cursor> voted_cursor(store::Store& store, std::uint64_t leaves)
{
    wire::Cursor cursor{};
    put_number(cursor, 0, leaves);
    if (leaves == 0) return cursor;
    ISO_TRY(const auto hash, store.leaf_hash(leaves - 1));
    if (hash) put_bytes(cursor, 8, wire::short_tag(*hash));
    return cursor;
}

/// The generation, the last entry's number, and the beginning of its tag.
wire::Cursor roll_cursor(std::int64_t generation, const std::optional<store::RollEntry>& last)
{
    wire::Cursor cursor{};
    put_number(cursor, 0, static_cast<std::uint64_t>(generation));
    if (!last) return cursor;
    put_number(cursor, 8, last->number);
    std::copy_n(last->tag.begin(), 8, cursor.begin() + 16);
    return cursor;
}

}  // namespace

Status Centre::need_roll() const
{
    ISO_CHECK(need_election());
    if (!election_->definition.eligibility.roll)
        return fail(Errc::refused,
                    "this election has no electoral roll; a signed election never changes: its file must say \"roll\": true under \"eligibility\"");
    if (phase_ != publish::Phase::open) return fail(Errc::refused, "the election is closed; its roll stays as it is");
    return {};
}

Result<RollChange> Centre::change_roll(const std::vector<election::VoterTag>& tags, bool cards, bool replace, const std::function<Status()>& beside)
{
    store::Store& store = *folder_.store;
    RollChange change;
    change.named = tags.size();
    const auto write = [&]() -> Status {
        ISO_TRY(const auto version, store.number(kVersion));
        ISO_TRY(change.added, store.put_on_roll(tags, cards ? 0 : version + 1));
        if (replace) { ISO_TRY(change.struck, store.strike_off_roll(version + 1)); }
        ISO_TRY(change.size, store.roll_size());
        if (change.size > wire::kMaxRollTags)
            return fail(Errc::refused, "a roll has at most " + std::to_string(wire::kMaxRollTags) + " voters; nothing was changed");
        ISO_CHECK(store.put_number(kVersion, version + 1));
        if (change.struck > 0) ISO_CHECK(store.put_number(kGeneration, version + 1));
        return beside();
    };
    ISO_CHECK(store.transact(write));
    operations::info("the roll was changed", {{"voters", change.size}, {"added", change.added}, {"struck", change.struck}});
    return change;
}

Result<RollChange> Centre::import_roll(std::string_view text, bool replace, const roll::Wrong& wrong)
{
    {
        const std::scoped_lock lock(mutex_);
        ISO_CHECK(need_roll());
    }
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(clock_.now())};
    ISO_TRY(const auto tags, roll::tags_of(text, election_->definition.eligibility, keys_.tag, today, wrong));
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(need_roll());
    return change_roll(tags, false, replace, [] { return Status{}; });
}

Result<RollChange> Centre::make_cards(std::uint32_t count, const std::function<Status(std::string_view csv)>& write)
{
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(need_roll());
    if (!election_->definition.eligibility.voter_code)
        return fail(Errc::refused, "voters of this election do not identify with a code, so cards are of no use");
    auto cards = roll::make_cards(count, keys_.tag, random_);
    // Written inside the transaction: without the file, nothing of it stays on the roll.
    auto changed = change_roll(cards.tags, true, false, [&] { return write(cards.csv); });
    crypto::wipe(cards.csv);
    return changed;
}

Result<wire::Roll> Centre::whole_roll() const
{
    wire::Roll roll;
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    roll.election = election_->id;
    ISO_TRY(roll.version, store.number(kVersion));
    ISO_TRY(const auto generation, store.number(kGeneration));
    ISO_TRY(const auto entries, store.roll_from(1, wire::kMaxRollTags));
    for (const auto& entry : entries) roll.tags.push_back(wire::short_tag(entry.tag));
    roll.next = roll_cursor(generation, entries.empty() ? std::nullopt : std::optional(entries.back()));
    return roll;
}

Result<std::string> Centre::voted(const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after) const
{
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    std::uint64_t from = 0;
    if (after) {
        ISO_TRY(const auto known, voted_cursor(store, number_at(*after, 0)));
        if (known == *after && number_at(*after, 0) <= ledger_->size()) from = number_at(*after, 0);
    }
    ISO_TRY(const auto entries, store.voted_from(from, wire::kMaxPageTags));
    wire::VotedPage page;
    page.more = entries.size() == wire::kMaxPageTags;
    for (const auto& entry : entries) {
        if (entry.terminal == terminal) continue;  // it knows those itself
        auto& place = entry.terminal == keys_.online.id() ? page.online : page.hall;
        place.push_back(wire::short_tag(entry.tag));
    }
    ISO_TRY(page.next, voted_cursor(store, page.more ? entries.back().leaf + 1 : ledger_->size()));
    return wire::write_voted_page(page);
}

Result<std::string> Centre::roll(const std::optional<wire::Cursor>& after) const
{
    const std::scoped_lock lock(mutex_);
    store::Store& store = *folder_.store;
    ISO_TRY(const auto generation, store.number(kGeneration));
    wire::RollPage page;
    ISO_TRY(page.version, store.number(kVersion));

    std::optional<store::RollEntry> last;
    page.anew = true;
    if (after) {
        ISO_TRY(const auto there, store.roll_from(number_at(*after, 8), 1));
        if (!there.empty() && number_at(*after, 8) > 0) last = there.front();
        page.anew = roll_cursor(generation, last) != *after;
    }
    ISO_TRY(const auto entries, store.roll_from(page.anew || !last ? 1 : last->number + 1, wire::kMaxPageTags));
    for (const auto& entry : entries) page.tags.push_back(wire::short_tag(entry.tag));
    page.more = entries.size() == wire::kMaxPageTags;
    if (page.anew) last.reset();
    if (!entries.empty()) last = entries.back();
    page.next = roll_cursor(generation, last);
    return wire::write_roll_page(page);
}

}  // namespace isoloir::app
