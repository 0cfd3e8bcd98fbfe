#pragma once
// What the centre keeps of one election, whatever database is behind it. One thread at a time uses a store; whoever
// shares it holds a lock (app/centre.hpp). Several processes may share one PostgreSQL: they write in turns. Reading what
// is damaged is an error, never a guess.

#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "shared/count/greedy.hpp"
#include "shared/crypto/secret.hpp"
#include "shared/wire/sync.hpp"
#include "sync-server/store/account.hpp"
#include "sync-server/store/connection.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::store {

/// 16 bytes that stand for ciphertexts, to find a copy of them (BLAKE2b-256 over C1 and C2 of each, cut).
using Mark = ByteArray<16>;

/// A record in the log, as received.
struct Leaf {
    std::uint64_t index{0};
    std::string record;
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
    crypto::Digest hash{};
    Reason reason{Reason::accepted};
    std::vector<Mark> marks;  // of a ballot: of all its ciphertexts, which begins with its tracker; then of each, if there are several
};

/// Where a terminal's chain stands.
struct Chain {
    ballot::ChainHead head;
    bool open{false};  // the poll, after the last event
    bool forked{false};
    bool operator==(const Chain&) const = default;
};

struct Evidence {
    std::string record;
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
    crypto::Digest hash{};
    Reason reason{Reason::fork};
};

/// The last answer to a terminal, for when it was lost on the way.
struct Answer {
    crypto::Digest batch{};  // hash of what was sent
    std::string receipt;
};

/// Lets an online platform hand in votes. The token itself is known to the platform alone.
struct ApiToken {
    crypto::Digest hash{};
    std::string name;  // whom it was made for
    Hour last{0};      // in which it is good
    bool withdrawn{false};
};

/// What a terminal said of itself.
struct TerminalNote {
    std::int64_t seen{0};  // seconds since 1970
    std::string version;   // of its software
    std::int64_t waiting{0};
    std::int64_t battery{-1};  // percent; -1: mains, or unknown
};

/// Somebody on the electoral roll.
struct RollEntry {
    std::uint64_t number{0};  // in the order in which they were put on it, with gaps
    election::VoterTag tag{};
};

/// Somebody whose ballot is accepted: the ballot, where and when it was cast.
struct VotedEntry {
    election::VoterTag tag{};
    std::uint64_t leaf{0};
    crypto::KeyId terminal{};
    Hour hour{0};
};

/// Records of one terminal that had one fate.
struct Tally {
    crypto::KeyId terminal{};
    Reason reason{};
    std::uint64_t count{0};
};

/// The rounds of a live ranking together.
struct Rounds {
    std::uint64_t until{0};  // accepted ballots before this leaf were in a round
    count::Sums sums;        // and this is what they say
};

/// A file of what proves the count (PROTOCOL.md 12).
struct BundleFile {
    std::string path;  // "round-0/mix-1.jws"
    std::uint64_t bytes{0};
    crypto::Digest hash{};   // SHA-256
    std::uint64_t first{0};  // of its pieces; of a file of the log, which is made of the leaves, none
};

/// Of the election as a whole.
enum class Phase { open, closed, counted };

class Store {
public:
    /// Brings the tables up to date.
    /// @param key  32 bytes that seal the secrets; whoever has the database alone reads none of them
    static Result<std::unique_ptr<Store>> open(std::unique_ptr<Connection> connection, crypto::SecretBytes key);

    /// Runs `work` in one transaction: all of it is durable when this returns, or none of it after an error. Of all
    /// processes that share the database one at a time is within `work`, which may be run again from its beginning.
    /// @error what `work` returned;  full  no room, nothing written;  unavailable  the database is not reached: read again
    ///        what is there before going on;  io, corrupt  nothing may be assumed: stop
    Status transact(const std::function<Status()>& work);
    /// Whether the last transaction found no room.
    bool is_full() const { return full_; }
    /// Runs `work`, which only reads, and sees the database as it is at one moment.
    Status view(const std::function<Status()>& work) { return connection_->view(work); }
    /// How many transactions there were, over all processes: when it has not moved, nothing has changed. Within a
    /// transaction, its own number.
    Result<std::uint64_t> turn();

    Result<std::optional<crypto::SecretBytes>> secret(std::string_view name);
    Status put_secret(std::string_view name, const crypto::SecretBytes& secret);
    Status remove_secret(std::string_view name);

    /// Package, result: one text each by its name.
    Result<std::optional<std::string>> document(std::string_view name);
    Status put_document(std::string_view name, std::string_view text);
    /// 0 where none was put.
    Result<std::int64_t> number(std::string_view name);
    Status put_number(std::string_view name, std::int64_t number);
    Result<Phase> phase();
    Status put_phase(Phase phase);

    Result<std::optional<std::string>> picture(const crypto::Digest& hash);
    Status put_picture(const crypto::Digest& hash, std::string_view file);

    Result<std::optional<std::string>> latest_roster();
    Status put_roster(std::int64_t version, std::string_view jws);

    /// @error conflict  an index or a terminal's number is taken
    Status append(std::span<const Leaf> leaves);
    /// Gives a leaf another fate: what a later ballot of its voter supersedes.
    Status put_reason(std::uint64_t index, Reason reason);
    /// Calls `visit` for each leaf in order, from `first` on.
    Status each_leaf(std::uint64_t first, const std::function<Status(Leaf&&)>& visit);
    Result<std::optional<Leaf>> leaf(const crypto::KeyId& terminal, std::uint64_t sequence);
    Result<std::optional<Leaf>> leaf(std::uint64_t index);
    Result<std::optional<crypto::Digest>> leaf_hash(std::uint64_t index);
    /// Leaves that do not count before a place in the log, the newest first: refused, superseded and spoilt.
    /// @param reason, terminal  only these, where they are given
    Result<std::vector<Leaf>> not_counted(std::uint64_t before, std::size_t limit, std::optional<Reason> reason, const std::optional<crypto::KeyId>& terminal);
    /// The records of so many leaves from `first` on, fewer at the end.
    Result<std::vector<std::string>> records(std::uint64_t first, std::size_t limit);

    struct Opening {
        std::uint64_t leaf{0};
        wire::BatchLine::Voter voter;
    };
    Status put_openings(std::span<const Opening> openings);
    /// Who cast the ballot of a leaf.
    Result<std::optional<election::VoterTag>> voter_of(std::uint64_t leaf);
    /// Who of these has an accepted ballot.
    Result<std::map<election::VoterTag, VotedEntry>> voted(std::span<const election::VoterTag> tags);
    /// @error conflict  somebody of these has an accepted ballot
    Status claim_voters(std::span<const VotedEntry> voters);
    /// The voter's accepted ballot is another one now.
    Status replace_voter(const VotedEntry& voter);
    /// Voters whose ballots are accepted, in the log's order, from a leaf on.
    Result<std::vector<VotedEntry>> voted_from(std::uint64_t leaf, std::size_t limit);
    /// How many accepted ballots bear each hour.
    Result<std::map<Hour, std::uint64_t>> voted_by_hour();

    /// @param origin  0 for voter cards, else the number of the import that names the voters
    /// @return        how many were not on the roll
    Result<std::uint64_t> put_on_roll(std::span<const election::VoterTag> tags, std::int64_t origin);
    /// Takes off whom the last import did not name, but no card. @return  how many
    Result<std::uint64_t> strike_off_roll(std::int64_t last_import);
    /// Who of these is on the roll.
    Result<std::set<election::VoterTag>> on_roll(std::span<const election::VoterTag> tags);
    Result<std::uint64_t> roll_size();
    Result<std::vector<RollEntry>> roll_from(std::uint64_t number, std::size_t limit);

    /// Chains that changed after a turn.
    Result<std::vector<std::pair<crypto::KeyId, Chain>>> chains(std::uint64_t after = 0);
    Status put_chain(const crypto::KeyId& terminal, const Chain& chain);
    /// Records by terminal and fate that changed after a turn.
    Result<std::vector<Tally>> tallies(std::uint64_t after = 0);
    /// @param count  more than there were; may be negative
    Status add_tally(const crypto::KeyId& terminal, Reason reason, std::int64_t count);

    /// True when it was not kept yet.
    Result<bool> put_evidence(const Evidence& evidence);
    Result<std::vector<Evidence>> evidence(std::size_t limit);

    /// @error conflict  there is one of this size in this epoch of the log: a second is never signed
    Status put_checkpoint(std::int64_t epoch, std::uint64_t size, std::string_view note);
    Result<std::optional<std::string>> latest_checkpoint();

    /// A receipt of ours that covers records which are not here (any more), up to `next`: what a backup had not.
    Status put_loss(const crypto::KeyId& terminal, std::uint64_t next, std::string_view receipt);
    Result<std::map<crypto::KeyId, std::uint64_t>> losses();

    /// After the last round; without any sums before the first.
    Result<Rounds> rounds();
    /// Where each round ended, as Rounds::until, in order.
    Result<std::vector<std::uint64_t>> round_ends();
    /// @error conflict  there is a round that ends there
    Status put_rounds(const Rounds& rounds);

    Result<std::optional<Answer>> answer(const crypto::KeyId& terminal);
    Status put_answer(const crypto::KeyId& terminal, const Answer& answer);

    Status put_token(const ApiToken& token);
    Result<std::vector<ApiToken>> tokens();
    Result<std::optional<ApiToken>> token(const crypto::Digest& hash);

    /// What was answered to online votes that were posted; for when the answer was lost on the way.
    /// @param post  keyed hash of what was posted
    Result<std::optional<std::string>> post_answer(const crypto::Digest& post);
    Status put_post_answer(const crypto::Digest& post, std::string_view answer);

    Status put_account(const Account& account);
    Result<std::optional<Account>> account(std::string_view name);
    Result<std::vector<Account>> accounts();
    /// Of a name that is nobody's.
    /// @param name  hash of what was typed
    Result<WrongLogins> wrong_logins(const crypto::Digest& name);
    /// Forgets the name that was first tried longest ago, where there are more than so many.
    Status put_wrong_logins(const crypto::Digest& name, const WrongLogins& wrong, std::size_t most);
    /// Replaces the account's recovery codes.
    Status put_recovery_codes(std::string_view account, std::span<const crypto::Digest> hashes);
    /// @return  whether it was one that was not used before
    Result<bool> use_recovery_code(std::string_view account, const crypto::Digest& hash);
    Result<std::uint64_t> recovery_codes_left(std::string_view account);
    Status begin_session(const Session& session);
    /// Somebody was there; a session that was ended meanwhile stays so.
    Status touch_session(const crypto::Digest& hash, std::int64_t seen);
    Result<std::optional<Session>> session(const crypto::Digest& hash);
    Status end_session(const crypto::Digest& hash);
    /// Ends all sessions of an account but one.
    Status end_sessions(std::string_view account, const crypto::Digest& but);
    /// Ends all sessions that began before this time.
    Status end_sessions_before(std::int64_t time);
    /// Gives the entry the next number.
    Status put_audit(const AuditEntry& entry);
    /// So many entries before a number, the newest first.
    Result<std::vector<AuditEntry>> audit_before(std::uint64_t number, std::size_t limit);

    Status put_terminal_note(const crypto::KeyId& terminal, const TerminalNote& note);
    Result<std::map<crypto::KeyId, TerminalNote>> terminal_notes();
    /// @return  whether that changed anything
    Result<bool> suspend(const crypto::KeyId& terminal, std::int64_t since);
    Result<bool> resume(const crypto::KeyId& terminal);
    Result<std::set<crypto::KeyId>> suspended();

    Status put_draft_picture(std::string_view name, std::string_view file);
    Result<std::optional<std::string>> draft_picture(std::string_view name);
    Result<std::vector<std::string>> draft_pictures();
    /// @return  whether there was one
    Result<bool> remove_draft_picture(std::string_view name);
    Status remove_draft_pictures();
    Status remove_document(std::string_view name);

    /// What an import did, as JSON; the next number is given to it.
    Result<std::uint64_t> add_import_report(std::string_view json);
    Status put_import_report(std::uint64_t number, std::string_view json);
    Result<std::optional<std::string>> import_report(std::uint64_t number);
    /// The newest first.
    Result<std::vector<std::pair<std::uint64_t, std::string>>> import_reports(std::size_t limit);

    Status put_bundle_file(const BundleFile& file);
    /// By path.
    Result<std::vector<BundleFile>> bundle_files();
    Result<std::optional<BundleFile>> bundle_file(std::string_view path);
    Status put_bundle_piece(std::uint64_t number, std::string_view piece);
    /// @error corrupt  there is none
    Result<std::string> bundle_piece(std::uint64_t number);

    /// How many lines of an online file (by its keyed hash) have been taken; 0 for a new one.
    Result<std::uint64_t> lines_taken(const crypto::Digest& file);
    Status put_lines_taken(const crypto::Digest& file, std::uint64_t lines);

    /// Copies everything, as it is at one moment, into another database, which must be empty.
    /// @param advance  told how many more leaves were copied
    /// @error conflict  it is not empty
    Status copy_to(Connection& other, const std::function<void(std::uint64_t leaves)>& advance);
    /// The same from another database into this one.
    Status copy_from(Connection& other, const std::function<void(std::uint64_t leaves)>& advance);

private:
    Store(std::unique_ptr<Connection> connection, crypto::SecretBytes key) : connection_(std::move(connection)), key_(std::move(key)) {}

    using List = std::initializer_list<Value>;
    Result<std::uint64_t> run(std::string_view sql, List values) { return connection_->run(sql, {values.begin(), values.size()}); }
    Status each(std::string_view sql, List values, const std::function<Status(const Row&)>& visit)
    {
        return connection_->each(sql, {values.begin(), values.size()}, visit);
    }
    /// The first column of one row, or nothing.
    Result<std::optional<std::string>> one_text(std::string_view sql, List values);
    Result<std::int64_t> one_number(std::string_view sql, List values);
    /// `update` changes the row that has this key; where there is none, `insert` makes it. Both take the same values.
    Status put(std::string_view update, std::string_view insert, List values);
    /// Calls `visit` for the rows of `select`, which ends in "IN", for any number of values.
    Status each_among(std::string_view select, std::span<const Value> values, const std::function<Status(const Row&)>& visit);

    std::unique_ptr<Connection> connection_;
    crypto::SecretBytes key_;
    std::optional<std::uint64_t> turn_;  // of the transaction that is under way
    bool full_{false};
};

}  // namespace isoloir::store
