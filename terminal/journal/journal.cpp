#include "terminal/journal/journal.hpp"

#include <algorithm>

#include "shared/base/file.hpp"
#include "shared/crypto/box.hpp"
#include "shared/wire/jws.hpp"
#include "terminal/journal/chain_check.hpp"

namespace isoloir::journal {
namespace {

// The unique tag is the voted set: one row is the record, its opening and its place in the set, so no crash can part them.
constexpr const char* kSchema[] = {
    "CREATE TABLE identity (id INTEGER PRIMARY KEY CHECK (id = 1), seed BLOB NOT NULL, name TEXT NOT NULL);"
    "CREATE TABLE provision (id INTEGER PRIMARY KEY CHECK (id = 1), jws TEXT NOT NULL);"
    "CREATE TABLE records (seq INTEGER PRIMARY KEY, jws TEXT NOT NULL, tag BLOB UNIQUE, opening BLOB);"
    "CREATE TABLE receipt (id INTEGER PRIMARY KEY CHECK (id = 1), jws TEXT NOT NULL);",
    kVotersSchema,
    kStaffSchema,
    "CREATE TABLE roster (id INTEGER PRIMARY KEY CHECK (id = 1), jws TEXT NOT NULL);",
};
constexpr std::uintmax_t kRoomBytes = 16 * 1024 * 1024;
constexpr std::size_t kMaxKeyFile = 4096;

std::filesystem::path database_file(const std::filesystem::path& folder)
{
    return folder / "journal.db";
}
std::filesystem::path key_file(const std::filesystem::path& folder)
{
    return folder / "journal.key";
}

}  // namespace

Result<Journal> Journal::create(const std::filesystem::path& folder, std::string_view passphrase, std::string_view name, crypto::Random& random)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail(Errc::io, error.message(), folder.string());
    if (std::filesystem::exists(database_file(folder)))
        return fail(Errc::conflict, "a terminal was set up in this folder already; its ballots stay there", folder.string());

    crypto::SecretBytes key(32);
    random.fill(key.writable());
    ISO_CHECK(write_file(key_file(folder), text_of(crypto::wrap(key, passphrase, random)), FileMode::secret));
    ISO_TRY(auto database, storage::Database::open(database_file(folder), key));
    ISO_CHECK(database.migrate(kSchema));

    Journal journal(folder, std::move(database), std::move(key), random);
    journal.device_ = crypto::Signer::generate(random);
    journal.name_ = name;
    ISO_TRY(auto insert, journal.database_.prepare("INSERT INTO identity VALUES (1, ?, ?)"));
    const crypto::SecretBytes seed = journal.device_.seed();
    ISO_CHECK(insert.bind(1, seed.span()).bind(2, name).run());
    return journal;
}

Result<Journal> Journal::open(const std::filesystem::path& folder, std::string_view passphrase, crypto::Random& random)
{
    if (!std::filesystem::exists(database_file(folder)))
        return fail(Errc::not_found, "no terminal is set up in this folder; run `isoloir-terminal enrol` first", folder.string());
    ISO_TRY(const std::string wrapped, read_file(key_file(folder), kMaxKeyFile));
    auto key = crypto::unwrap(bytes_of(wrapped), passphrase);
    if (!key) return fail(Errc::forged, "the passphrase is wrong, or the key file was altered", key_file(folder).string());
    ISO_TRY(auto database, storage::Database::open(database_file(folder), *key));
    ISO_CHECK(database.check());
    ISO_CHECK(database.migrate(kSchema));
    Journal journal(folder, std::move(database), *std::move(key), random);
    ISO_CHECK(journal.load());
    return journal;
}

Status Journal::load()
{
    ISO_TRY(auto identity, database_.prepare("SELECT seed, name FROM identity"));
    ISO_TRY(const bool found, identity.step());
    if (!found) return fail(Errc::corrupt, "this terminal was never set up completely; empty the folder and enrol it again", folder_.string());
    Bytes seed = identity.blob(0);
    ISO_TRY(device_, crypto::Signer::from_seed(seed));
    crypto::wipe(seed);
    name_ = identity.text(1);
    identity.reset();

    ISO_TRY(auto provision, database_.prepare("SELECT jws FROM provision"));
    ISO_TRY(const bool provisioned, provision.step());
    if (!provisioned) return {};
    ISO_TRY(auto opened, wire::open_provision(provision.text(0), std::nullopt));
    provision.reset();
    ISO_CHECK(take_provision(std::move(opened)));
    ISO_CHECK(load_roster());
    return load_chain();
}

Status Journal::load_chain()
{
    ChainCheck check(device_.public_key(), package_->id);
    ISO_TRY(auto records, database_.prepare("SELECT jws FROM records ORDER BY seq"));
    for (;;) {
        ISO_TRY(const bool more, records.step());
        if (!more) break;
        ISO_CHECK(check.add(records.text(0)));
    }
    head_ = check.head();
    last_hour_ = check.last_hour();
    ballots_ = check.ballots();
    spoilt_ = check.spoilt();
    if (const auto event = check.last_poll_event()) poll_ = *event == ballot::EventKind::opened ? Poll::open : Poll::closed;

    ISO_TRY(const std::string kept, receipt());
    if (kept.empty()) return {};
    ISO_TRY(const auto opened, wire::open_receipt(kept, package_->keys.receipts));
    ISO_TRY(checkpoint_, log::open_checkpoint(opened.checkpoint, package_->id, package_->keys.log));
    // What the server acknowledged must be here: less means that an older copy of the disk was put back.
    if (opened.next > head_.next)
        return fail(Errc::corrupt, "the server has acknowledged more records than this disk holds: an older copy was put back; call the administrator",
                    folder_.string());
    acknowledged_ = opened.next;
    return {};
}

std::string Journal::enrolment() const
{
    return wire::sign_enrolment({device_.public_key(), name_}, device_);
}

Status Journal::take_provision(wire::Provision provision)
{
    if (provision.terminal != device_.public_key()) return fail(Errc::refused, "this bundle is for another terminal", "provision");
    ISO_TRY(auto package, election::open_package(provision.package, provision.authority));
    ISO_TRY(auto roster, wire::open_roster(provision.roster, provision.authority));
    if (roster.election != package.id || roster.find(device_.id()) == nullptr)
        return fail(Errc::refused, "the roster in this bundle does not list this terminal for this election", "provision");
    if (package_ && package.id != package_->id)
        return fail(Errc::conflict, "this terminal serves another election; enrol it anew in an empty folder for the next one", "provision");
    if (roster.version < roster_.version) return fail(Errc::conflict, "this bundle is older than the one taken before", "provision");
    ISO_TRY(auto tag_key, crypto::open_sealed(device_, provision.sealed_tag_key));
    if (tag_key.size() != 32) return fail(Errc::malformed, "the tag key has the wrong size", "provision");

    last_hour_ = std::max(last_hour_, roster.find(device_.id())->valid_from);
    tag_key_ = std::move(tag_key);
    package_ = std::move(package);
    sealing_key_.emplace(package_->keys.election);
    roster_ = std::move(roster);
    provision_ = std::move(provision);
    return {};
}

Status Journal::provision(std::string_view jws)
{
    const auto authority = provision_ ? std::optional(provision_->authority) : std::nullopt;
    ISO_TRY(auto opened, wire::open_provision(jws, authority));
    ISO_CHECK(take_provision(std::move(opened)));
    ISO_TRY(const Bytes sealed, crypto::seal_to(provision_->recovery, key_.span()));
    ISO_CHECK(write_file(folder_ / "journal.recovery", text_of(sealed), FileMode::secret));
    ISO_TRY(auto insert, database_.prepare("INSERT OR REPLACE INTO provision VALUES (1, ?)"));
    return insert.bind(1, jws).run();
}

Status Journal::use_roster(wire::Roster roster)
{
    if (roster.election != package_->id || roster.find(device_.id()) == nullptr)
        return fail(Errc::refused, "this roster does not list this terminal for this election", "roster");
    if (roster.version < roster_.version) return fail(Errc::conflict, "this roster is older than the one that is here", "roster");
    roster_ = std::move(roster);
    return {};
}

Status Journal::load_roster()
{
    ISO_TRY(auto kept, database_.prepare("SELECT jws FROM roster"));
    ISO_TRY(const bool found, kept.step());
    if (!found) return {};
    ISO_TRY(auto roster, wire::open_roster(kept.text(0), provision_->authority));
    // A bundle that came later brought a newer one.
    return roster.version < roster_.version ? Status{} : use_roster(std::move(roster));
}

Status Journal::take_roster(std::string_view jws)
{
    if (!provision_) return fail(Errc::refused, "this terminal has no election yet");
    ISO_TRY(auto roster, wire::open_roster(jws, provision_->authority));
    if (roster.version == roster_.version) return {};
    ISO_CHECK(use_roster(std::move(roster)));
    ISO_TRY(auto insert, database_.prepare("INSERT OR REPLACE INTO roster VALUES (1, ?)"));
    return insert.bind(1, jws).run();
}

ballot::RecordContent Journal::next_record(Hour hour) const
{
    return {package_->id, device_.id(), head_.next, head_.last, std::max(hour, last_hour_), ballot::EventBody{}};
}

Status Journal::append(const ballot::Record& record, const std::optional<wire::BatchLine::Voter>& voter)
{
    if (failed_) return fail(Errc::io, "the journal could not be written; this terminal is out of service until it is restarted");
    const auto written = [&]() -> Status {
        ISO_TRY(auto transaction, storage::Transaction::begin(database_));
        ISO_TRY(auto insert, database_.prepare("INSERT INTO records VALUES (?, ?, ?, ?)"));
        insert.bind(1, static_cast<std::int64_t>(head_.next)).bind(2, record.jws);
        if (voter) insert.bind(3, voter->tag).bind(4, voter->opening);
        ISO_CHECK(insert.run());
        return transaction.commit();
    }();
    // Whether a failed write reached the disk cannot be known from here; opening the journal anew reads what is there.
    if (!written) failed_ = true;
    return written;
}

Status Journal::append_event(ballot::EventKind kind, Hour hour, std::string staff)
{
    auto content = next_record(hour);
    content.body = ballot::EventBody{kind, static_cast<std::int64_t>(ballots_), std::move(staff)};
    const auto record = ballot::sign_record(content, device_);
    ISO_CHECK(append(record, std::nullopt));
    head_ = {head_.next + 1, record.hash};
    last_hour_ = content.hour;
    return {};
}

Status Journal::open_poll(Hour hour, const std::string& staff)
{
    if (!package_) return fail(Errc::refused, "this terminal has no election yet; run `isoloir-terminal provision` first");
    if (poll_ != Poll::not_opened)
        return fail(Errc::refused, poll_ == Poll::open ? "the poll is open already" : "the poll was closed; a closed poll stays closed");
    ISO_CHECK(need_roll());
    ISO_CHECK(counters().reset());
    ISO_CHECK(append_event(ballot::EventKind::opened, hour, staff));
    poll_ = Poll::open;
    return {};
}

Status Journal::close_poll(Hour hour, const std::string& staff)
{
    if (poll_ != Poll::open)
        return fail(Errc::refused, poll_ == Poll::closed ? "the poll is closed already" : "the poll was never opened; run `isoloir-terminal open` first");
    ISO_CHECK(append_event(ballot::EventKind::closed, hour, staff));
    poll_ = Poll::closed;
    return {};
}

Status Journal::note_start(Hour hour)
{
    if (poll_ != Poll::open) return {};
    return append_event(ballot::EventKind::started, hour);
}

Result<bool> Journal::has_voted(const election::VoterIdentifier& voter)
{
    return holds_tag(election::voter_tag(tag_key_, voter));
}

Result<bool> Journal::holds_tag(const election::VoterTag& tag)
{
    ISO_TRY(auto find, database_.prepare("SELECT 1 FROM records WHERE tag = ?"));
    find.bind(1, tag);
    return find.step();
}

bool Journal::has_room() const
{
    std::error_code error;
    const auto space = std::filesystem::space(folder_, error);
    return !failed_ && !error && space.available >= kRoomBytes;
}

Result<std::vector<wire::BatchLine>> Journal::records_from(std::uint64_t first, std::size_t limit)
{
    ISO_TRY(auto select, database_.prepare("SELECT jws, tag, opening FROM records WHERE seq >= ? ORDER BY seq LIMIT ?"));
    select.bind(1, static_cast<std::int64_t>(first)).bind(2, static_cast<std::int64_t>(limit));
    std::vector<wire::BatchLine> lines;
    for (;;) {
        ISO_TRY(const bool more, select.step());
        if (!more) return lines;
        wire::BatchLine line{select.text(0), std::nullopt};
        if (!select.is_null(1)) {
            const Bytes tag = select.blob(1);
            const Bytes opening = select.blob(2);
            wire::BatchLine::Voter voter;
            if (tag.size() != voter.tag.size() || opening.size() != voter.opening.size()) return fail(Errc::corrupt, "a voter's tag in the journal is damaged");
            std::copy(tag.begin(), tag.end(), voter.tag.begin());
            std::copy(opening.begin(), opening.end(), voter.opening.begin());
            line.voter = voter;
        }
        lines.push_back(std::move(line));
    }
}

Result<crypto::Digest> Journal::hash_before(std::uint64_t sequence)
{
    if (sequence == 0) return crypto::Digest{};
    if (sequence == head_.next) return head_.last;
    ISO_TRY(const auto lines, records_from(sequence - 1, 1));
    if (lines.empty()) return fail(Errc::not_found, "no such record");
    return wire::envelope_hash(lines.front().record);
}

Result<std::string> Journal::receipt()
{
    ISO_TRY(auto select, database_.prepare("SELECT jws FROM receipt"));
    ISO_TRY(const bool kept, select.step());
    return kept ? select.text(0) : std::string();
}

Status Journal::keep_receipt(std::string_view jws)
{
    if (!package_) return fail(Errc::refused, "this terminal has no election yet");
    ISO_TRY(const auto receipt, wire::open_receipt(jws, package_->keys.receipts));
    if (receipt.election != package_->id || receipt.terminal != device_.id()) return fail(Errc::forged, "this receipt is for another terminal or election");
    if (receipt.next > head_.next) return fail(Errc::forged, "this receipt covers records that this terminal never made");
    ISO_TRY(const auto hash, hash_before(receipt.next));
    if (receipt.last != hash) return fail(Errc::forged, "this receipt contradicts the chain kept here");
    ISO_TRY(const auto checkpoint, log::open_checkpoint(receipt.checkpoint, package_->id, package_->keys.log));
    if (checkpoint.epoch < checkpoint_.epoch) return fail(Errc::forged, "the server went back to a log that it had replaced; call the administrator");
    const bool same_log = checkpoint.epoch == checkpoint_.epoch;
    if (same_log && checkpoint.size == checkpoint_.size && checkpoint.size != 0 && checkpoint.root != checkpoint_.root)
        return fail(Errc::forged, "the server signed two different logs of one size; call the administrator");
    // A server restored from an old backup knows less than it signed before. The older receipt stays: it is the proof of
    // what was lost.
    if (receipt.next < acknowledged_ || (same_log && checkpoint.size < checkpoint_.size)) return {};

    ISO_TRY(auto insert, database_.prepare("INSERT OR REPLACE INTO receipt VALUES (1, ?)"));
    ISO_CHECK(insert.bind(1, jws).run());
    acknowledged_ = receipt.next;
    checkpoint_ = checkpoint;
    return {};
}

}  // namespace isoloir::journal
