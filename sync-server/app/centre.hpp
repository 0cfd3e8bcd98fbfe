#pragma once
// The centre of one election: keys, roster, ledger, count and pages in one place, for the network and for the admins'
// commands alike. Safe from several threads: one lock around store and ledger, another around the roster, which a TLS
// handshake asks without waiting for the disk.

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>

#include "shared/base/clock.hpp"
#include "shared/election/election_file.hpp"
#include "shared/election/package.hpp"
#include "shared/wire/roster.hpp"
#include "shared/wire/staff_token.hpp"
#include "sync-server/accounts/accounts.hpp"
#include "sync-server/app/api_tokens.hpp"
#include "sync-server/app/batch_seen.hpp"
#include "sync-server/app/drafts.hpp"
#include "sync-server/app/import_reports.hpp"
#include "sync-server/app/kept_bundle.hpp"
#include "sync-server/app/keys.hpp"
#include "sync-server/app/last_batches.hpp"
#include "sync-server/counting/live.hpp"
#include "sync-server/counting/result.hpp"
#include "sync-server/counting/rounds.hpp"
#include "sync-server/http/service.hpp"
#include "sync-server/intake/write_line.hpp"
#include "sync-server/publish/standing.hpp"
#include "sync-server/roll/roll_file.hpp"
#include "sync-server/store/folder.hpp"

namespace isoloir::app {

struct TerminalStatus {
    crypto::KeyId terminal{};
    std::string hall;
    std::uint64_t records{0};
    std::uint64_t accepted{0};
    std::uint64_t spoilt{0};
    bool open{false};
    bool forked{false};
    bool revoked{false};
    std::uint64_t lost{0};                    // records that a receipt of ours covers, that a restored backup lacks, and that have not come again
    bool cheats{false};                       // laid a ballot open that it had not sealed
    bool suspended{false};                    // its records wait with it
    std::optional<store::TerminalNote> note;  // what it said of itself at its last sync

    /// Whether it was heard of within ten minutes. @param now  in seconds since 1970
    bool is_online(std::int64_t now) const { return note && note->seen + 10 * 60 > now; }
};

/// A signed record that does not count, and why.
struct RecordLine {
    std::optional<std::uint64_t> leaf;  // its place in the log; nothing: evidence beside the log
    store::Reason reason{};
    crypto::KeyId terminal{};
    std::string channel;  // hall, or "online"
    std::uint64_t sequence{0};
    Hour hour{0};
    std::string tracker;  // of a ballot, else empty

    /// The ballot of its voter that counts.
    struct Instead {
        std::uint64_t leaf{0};
        std::string channel;
        Hour hour{0};
        std::string tracker;
    };
    std::optional<Instead> instead;
};

/// How the centre stands, in numbers.
struct CentreFigures {
    std::optional<publish::Phase> phase;  // none: no election yet
    std::uint64_t log_size{0};
    std::chrono::milliseconds checkpoint_age{0};  // since the log grew, or since the start
    intake::Report report;
    std::uint64_t opened{0};  // ballots in the rounds of a live ranking
    std::uint64_t rounds{0};  // since the start, made here
    std::vector<TerminalStatus> terminals;
};

/// What an import did.
struct Imported {
    std::uint64_t lines{0};
    std::uint64_t fresh{0};                          // lines that were not there before
    std::map<store::Reason, std::uint64_t> reasons;  // what became of those
    std::optional<store::Reason> stopped;            // why the rest was not looked at
    std::string receipt;                             // of a bundle
};

/// What became of the electoral roll.
struct RollChange {
    std::uint64_t named{0};  // in the file, each once
    std::uint64_t added{0};  // of these, who was not on it
    std::uint64_t struck{0};
    std::uint64_t size{0};  // now
};

/// Where and when a staff file is to be good.
struct StaffScope {
    std::string hall;           // empty: every hall
    std::string terminal;       // the first characters of its key in hex; empty: every terminal there
    std::optional<Hour> first;  // nothing: from now on
    Hour last{0};
};

struct MadeToken {
    wire::StaffToken token;
    std::string jws;
};

class Centre final : public http::Service {
public:
    /// Reads keys and, when there is one, the election with its whole log, which is recomputed and checked.
    /// @param clock, random  lent; must outlive the centre
    /// @error corrupt  the stored log is not the one that was signed;  not_found  no keys yet
    static Result<std::unique_ptr<Centre>> open(store::Folder folder, const Clock& clock, crypto::Random& random);

    /// Called when the disk failed: nothing more may be acknowledged, the process must end.
    void on_failure(std::function<void(const Error&)> failure) { failure_ = std::move(failure); }

    /// Told of each batch that a terminal sent, in the thread that took it.
    void on_batch(std::function<void(const BatchSeen&)> seen) { seen_ = std::move(seen); }

    /// Asks the store whether it answers and has room, for health() and whoever watches beats(). Called every second.
    void look();
    Status health() const override;
    /// Moves on whenever the store was asked and came back, or a long work went on: when it stands still, the store hangs.
    std::uint64_t beats() const { return beats_; }
    CentreFigures figures() const;

    /// Reads what other servers that share the database did since: records, roster, phase, result. Called every second.
    /// @error unavailable  the database is not reached;  corrupt
    Status follow();
    /// Records in the log.
    std::uint64_t log_size() const;
    bool shares_database() const { return folder_.shared; }

    /// Writes all there is into a new embedded database file, under this folder's key. Nothing is taken meanwhile.
    /// @error conflict  there is such a file
    Status backup(const std::filesystem::path& file, const Advance& advance);
    /// Signs from now on under a new name of the log, after a backup was restored: leaves that were signed may be missing.
    Status begin_log_anew();

    bool has_election() const { return has_election_; }
    /// The election; has_election() must hold.
    const election::Package& package_read() const { return *election_; }
    const Keys& keys() const { return keys_; }
    const Clock& clock() const { return clock_; }
    /// Who works with this centre from a browser.
    accounts::Accounts& accounts() { return *accounts_; }
    Drafts& drafts() { return drafts_; }
    ApiTokens& api_tokens() { return api_tokens_; }
    ImportReports& import_reports() { return import_reports_; }

    /// Signs the election and its first roster.
    /// @param trustees  who hold its key, where it is counted by a ceremony
    /// @error conflict  this folder has an election already;  refused  trustees are missing, or not wanted
    Status import_election(const election::ElectionFile& file, const std::optional<election::Trustees>& trustees = std::nullopt);

    /// Puts a device on the roster, when it is not there, and makes its provision bundle.
    Result<std::string> approve(const wire::Enrolment& request, const std::string& hall, const std::string& host, std::uint16_t port);
    /// @param name  a hall with one terminal, or a terminal's key (its first characters in hex are enough)
    /// @return  whether it was not revoked before
    Result<bool> revoke(const std::string& name);
    /// Takes nothing from a terminal for a while; what it has waits with it.
    /// @return  whether that changed anything;  @error not_found
    Result<bool> suspend(const crypto::KeyId& terminal);
    Result<bool> resume(const crypto::KeyId& terminal);
    std::vector<TerminalStatus> terminals() const;

    /// Signed records that do not count, the newest first; before the log's end, or before a place in it. What is beside the
    /// log comes first of all, with the first page.
    Result<std::vector<RecordLine>> not_counted(std::optional<std::uint64_t> before, std::size_t limit, std::optional<store::Reason> reason,
                                                const std::optional<crypto::KeyId>& terminal) const;

    /// Signs the draft: it is the election, and never changes again. @error as Drafts::put and check
    Status seal_draft(std::uint64_t version);

    /// @error refused  a name that no record may bear, or no time;  not_found  no such hall or terminal
    Result<MadeToken> make_staff_token(const std::string& handle, const StaffScope& scope);
    /// Every staff file made here, and whether it was withdrawn.
    Result<std::vector<std::pair<wire::StaffToken, bool>>> staff_tokens() const;
    /// @param name  whom the files are for, or one file's name (its first characters in hex are enough)
    /// @return  how many were not withdrawn before
    Result<std::size_t> withdraw_staff_tokens(const std::string& name);

    Result<Imported> import_bundle(std::string_view text, const Advance& advance);
    /// @param refused  told each line that was refused, and why; never who
    Result<Imported> import_online(std::string_view text, const std::function<void(std::size_t line, const std::string& why)>& refused, const Advance& advance);

    /// Puts the voters of a CSV file on the roll, all or none.
    /// @param replace  strikes off whom the file does not name, but no voter card; accepted ballots stand
    /// @error malformed  a line that does not read, told to `wrong`;  refused  no roll in this election, or it is closed
    Result<RollChange> import_roll(std::string_view text, bool replace, const roll::Wrong& wrong);
    /// Makes voter cards and puts their tags on the roll. @param write  given the only copy of the codes; when it fails, nothing was done
    Result<RollChange> make_cards(std::uint32_t count, const std::function<Status(std::string_view csv)>& write);
    /// The roll as terminals need it.
    Result<wire::Roll> whole_roll() const;

    /// @return  whether it was open
    Result<bool> close();
    /// Mixes, opens and counts. @param bar  makes an Advance for a stage with that many ballots
    /// @param bundle  where the proofs go, an empty folder; where trustees hold the key, the one in which they mixed and opened.
    ///                Empty: without proofs
    /// @return  false when it was counted before;  @error refused  not closed yet; trustees hold the key and there is no bundle; or
    ///          this server holds it, and there are too few ballots for one;  corrupt;  forged  what is wrong with the bundle
    Result<bool> count(const counting::Stages& bar, const std::filesystem::path& bundle = {});
    /// The same with a proof, of which no folder is left.
    Result<bool> count_and_prove(const counting::Stages& bar);
    /// Writes what trustees mix and open, once closed: package, roster, log and which ballots count.
    /// @param few  also where there are too few ballots to show them one by one: the folder is then for the trustees alone
    /// @return     whether it may be published
    /// @error conflict  the folder is not empty;  refused  not closed yet, or too few ballots
    Result<bool> write_bundle(const std::filesystem::path& bundle, bool few = false);

    /// Of a live ranking, opens the ballots that wait where there are enough of them (counting/live.hpp). Called every second.
    /// @return  false when there was nothing to open;  @error unavailable, full  try again later;  corrupt, io
    Result<bool> make_round();

    /// What the public pages say of halls, by commune and name.
    Result<std::vector<publish::Hall>> halls() const;
    /// Puts a hall on the pages, or corrects what they say of the one of its name.
    /// @error malformed  see publish::check_hall;  refused  there are publish::kMaxHalls already
    Status put_hall(const publish::Hall& hall);
    /// @error not_found
    Status remove_hall(const std::string& name);

    /// Adds the page views since the last time to those in the store. Called every minute.
    /// @error unavailable, full  try again later;  corrupt, io
    Status keep_views();

    /// How things stand at one moment.
    publish::Standing standing() const;

    crypto::Digest election() const override { return has_election() ? election_->id : crypto::Digest{}; }
    bool admits(const crypto::PublicKey& device) const override;
    std::string package() const override;
    std::string roster() const override;
    Result<std::string> picture(const crypto::Digest& hash) const override;
    Result<std::string> head(const crypto::KeyId& terminal) override;
    Result<std::string> accept(const crypto::KeyId& terminal, std::string_view body) override;
    Result<std::string> present(const crypto::KeyId& terminal, std::string_view receipt) override;
    Status note(const crypto::KeyId& terminal, std::string_view state) override;
    Result<std::string> voted(const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after) const override;
    Result<std::string> roll(const std::optional<wire::Cursor>& after) const override;
    Result<std::string> post_votes(std::string_view token, std::string_view body) override;
    Result<http::Document> document(std::string_view path) const override;
    Result<http::Download> download(std::string_view path) const override;
    Result<http::Document> find(std::string_view language, std::string_view typed) const override;
    std::string sorry(unsigned status, std::string_view path) const override;

private:
    Centre(store::Folder folder, const Clock& clock, crypto::Random& random) : folder_(std::move(folder)), clock_(clock), random_(random) {}
    Status load_election();
    Status has_room();
    Status read_roster();
    Status keep_election(const election::ElectionFile& file, const std::optional<election::Trustees>& trustees);
    Result<RecordLine> line_of(const store::Leaf& leaf) const;
    Status read_result();
    Status sign_roster(wire::Roster roster);
    Status need_election() const;
    Status need_roll() const;
    Result<RollChange> change_roll(const std::vector<election::VoterTag>& tags, bool cards, bool replace, const std::function<Status()>& beside);

    /// The roster's entry, when a record of this terminal may be taken now.
    /// @error refused  unknown, revoked, not yet valid; counted
    Result<wire::RosterEntry> admitted(const crypto::KeyId& terminal);
    Result<std::string> accept(const wire::RosterEntry& entry, std::string_view body, BatchSeen& seen);
    /// What the line writes at once.
    Result<std::vector<intake::Taken>> write(std::span<const intake::Batch> batches);
    Result<intake::Taken> take_online(const crypto::Digest& hash, const intake::Ledger::Make& make, const intake::Beside& beside = {});
    void raise_alarms(const crypto::KeyId& terminal, bool was_forked, const intake::Taken& taken);
    Status poll_online(ballot::EventKind kind);
    std::optional<crypto::PublicKey> key_of(const crypto::KeyId& terminal) const;
    std::string channel_of(const crypto::KeyId& terminal) const;
    /// Accepted ballots from a leaf on, in the log's order.
    Result<std::vector<counting::AcceptedRecord>> accepted_from(std::uint64_t leaf);
    /// All accepted ballots, as they are mixed and opened after the close.
    Result<std::vector<counting::Round>> rounds_of_count();
    /// The part of a bundle that is there before the count. The lock is held.
    Status write_urn(const std::filesystem::path& bundle, std::span<const counting::Round> rounds);
    /// Whether these may be opened so, with or without a bundle. @error refused
    Status may_count(std::span<const counting::Round> rounds, const std::filesystem::path& bundle) const;
    struct Proved {
        std::vector<counting::OpenedRound> rounds;
        std::set<std::string> files;  // of the bundle; none where it may not be published
    };
    /// Checks a bundle's mixes and openings, after making them where this centre holds the key; where it may be published, writes what
    /// they say beside.
    /// @param result  whose outcome and files are set
    Result<Proved> open_bundle(const std::filesystem::path& bundle, std::span<const counting::Round> rounds, counting::SignedResult& result,
                               const counting::Stages& bar);
    std::uint64_t accepted() const;
    /// The result page; counts as a view.
    std::string page(std::string_view language) const;
    /// What of it changes, made once for all who follow it.
    std::string part(const std::string& language) const;
    /// The day that it is in Belgium, "2022-03-01".
    std::string today() const;
    Status read_views();
    const std::map<Hour, std::uint64_t>& hours() const;
    const std::vector<publish::Hall>& known_halls() const;
    Status change_halls(const std::function<Status(std::vector<publish::Hall>&)>& change);
    Status keep_round(const store::Rounds& before, const store::Rounds& after);
    /// Keeps the opened ballots as they are published, and those of the halls as platforms take them back, where there are
    /// enough of them; within the count's transaction.
    Status keep_ballots(const counting::SignedResult& result, std::span<const counting::OpenedRound> rounds);
    /// What people take away from a count: /result-fr.csv and /minutes-fr.pdf, in each language;
    /// /result.pb; /result-decidim.csv and /result-consul.txt of the halls alone, where the platform can take them back.
    /// @error not_found  also before the count
    /// A tile of the log, or the proof that a ballot is in it: "/tile/0/x001/067", "/inclusion/7K2M-9QDX-04TZ-B8HC".
    Result<http::Document> log_file(std::string_view path) const;
    Result<http::Document> inclusion(std::string_view typed) const;
    Result<http::Document> file(std::string_view path) const;
    Result<std::string> minutes(std::string_view language) const;
    void report_failure(const Error& error);

    store::Folder folder_;
    const Clock& clock_;
    crypto::Random& random_;
    mutable std::mutex mutex_;  // store, ledger, phase, rounds, result, hours, halls, parts, views kept
    KeptBundle bundle_{*folder_.store, mutex_};
    Drafts drafts_{*folder_.store, mutex_};
    ApiTokens api_tokens_{*folder_.store, mutex_, clock_, random_};
    ImportReports import_reports_{*folder_.store, mutex_};
    Keys keys_;
    std::function<void(const Error&)> failure_;
    std::function<void(const BatchSeen&)> seen_;

    std::atomic<std::uint64_t> beats_{0};
    std::atomic<std::uint64_t> rounds_made_{0};
    Status health_;                        // when the store was last asked
    std::chrono::milliseconds looked_{0};  // and when that was
    std::uint64_t grown_size_{0};          // of the log, when it was last seen to have grown
    std::chrono::milliseconds grown_at_{0};
    mutable std::mutex health_mutex_;  // of these; taken last, and never while anything waits

    LastBatches last_batches_;
    std::unique_ptr<accounts::Accounts> accounts_;
    std::unique_ptr<const election::Package> election_;  // never changes once has_election_
    std::atomic<bool> has_election_{false};
    std::unique_ptr<intake::Ledger> ledger_;
    publish::Phase phase_{publish::Phase::open};
    store::Rounds rounds_;       // of a live ranking
    std::uint64_t followed_{0};  // roster, phase, rounds and result are as they were after this turn, or newer
    std::optional<counting::SignedResult> result_;
    std::string result_jws_;
    bool proved_{false};                                               // the result, by a bundle that is kept
    mutable std::map<std::string, std::string, std::less<>> minutes_;  // by language, once somebody asked: they never change
    mutable std::mutex drawing_mutex_;                                 // of these; taken before mutex_, which nobody need wait for while one is drawn
    mutable std::map<Hour, std::uint64_t> hours_;                      // of accepted ballots
    mutable std::uint64_t hours_turn_{0};                              // as they were after this turn
    struct Part {
        std::uint64_t turn{0};
        std::string day;
        std::string html;
    };
    mutable std::map<std::string, Part> parts_;          // of the result page, by language
    mutable std::atomic<std::uint64_t> fresh_views_{0};  // not in the store yet
    std::uint64_t kept_views_{0};
    mutable std::vector<publish::Hall> halls_;
    mutable std::uint64_t halls_turn_{0};  // likewise
    intake::WriteLine line_{mutex_, [this](std::span<const intake::Batch> batches) { return write(batches); }};

    wire::Roster roster_;
    std::string roster_jws_;
    std::map<crypto::KeyId, wire::RosterEntry> entries_;
    std::set<crypto::KeyId> suspended_;
    mutable std::shared_mutex roster_mutex_;  // roster, suspended; may be taken while mutex_ is held, never the other way round
};

}  // namespace isoloir::app
