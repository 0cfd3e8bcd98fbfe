#pragma once
// The centre of one election: keys, roster, ledger, count and pages in one place, for the network and for the admins'
// commands alike. Safe from several threads: one lock around store and ledger, another around the roster, which a TLS
// handshake asks without waiting for the disk.

#include <functional>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "shared/base/clock.hpp"
#include "shared/election/election_file.hpp"
#include "shared/election/package.hpp"
#include "shared/wire/roster.hpp"
#include "shared/wire/staff_token.hpp"
#include "sync-server/app/keys.hpp"
#include "sync-server/counting/open.hpp"
#include "sync-server/counting/result.hpp"
#include "sync-server/counting/urn.hpp"
#include "sync-server/http/service.hpp"
#include "sync-server/intake/ledger.hpp"
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
    std::uint64_t lost{0};  // records that a receipt of ours covers, that a restored backup lacks, and that have not come again
    bool cheats{false};     // laid a ballot open that it had not sealed
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

    /// Reads what other servers that share the database did since: records, roster, phase, result. Called every second.
    /// @error unavailable  the database is not reached;  corrupt
    Status follow();
    /// Records in the log.
    std::uint64_t log_size() const;
    bool shares_database() const { return folder_.shared; }

    /// Writes all there is into a new embedded database file, under this folder's key. Nothing is taken meanwhile.
    /// @error conflict  there is such a file
    Status backup(const std::filesystem::path& file, const counting::Advance& advance);
    /// Signs from now on under a new name of the log, after a backup was restored: leaves that were signed may be missing.
    Status begin_log_anew();

    bool has_election() const { return election_ != nullptr; }
    /// The election; has_election() must hold.
    const election::Package& package_read() const { return *election_; }
    const Keys& keys() const { return keys_; }

    /// Signs the election and its first roster.
    /// @error conflict  this folder has an election already
    Status import_election(const election::ElectionFile& file);

    /// Puts a device on the roster, when it is not there, and makes its provision bundle.
    Result<std::string> approve(const wire::Enrolment& request, const std::string& hall, const std::string& host, std::uint16_t port);
    /// @param name  a hall with one terminal, or a terminal's key (its first characters in hex are enough)
    /// @return  whether it was not revoked before
    Result<bool> revoke(const std::string& name);
    std::vector<TerminalStatus> terminals() const;

    /// @error refused  a name that no record may bear, or no time;  not_found  no such hall or terminal
    Result<MadeToken> make_staff_token(const std::string& handle, const StaffScope& scope);
    /// Every staff file made here, and whether it was withdrawn.
    Result<std::vector<std::pair<wire::StaffToken, bool>>> staff_tokens() const;
    /// @param name  whom the files are for, or one file's name (its first characters in hex are enough)
    /// @return  how many were not withdrawn before
    Result<std::size_t> withdraw_staff_tokens(const std::string& name);

    Result<Imported> import_bundle(std::string_view text, const counting::Advance& advance);
    /// @param refused  told each line that was refused, and why; never who
    Result<Imported> import_online(std::string_view text, const std::function<void(std::size_t line, const std::string& why)>& refused,
                                   const counting::Advance& advance);

    /// Makes a token with which an online platform posts votes; it is kept nowhere.
    /// @param name  whom it is for   @param last  hour in which it is still good
    Result<std::string> make_api_token(const std::string& name, Hour last);
    Result<std::vector<store::ApiToken>> api_tokens() const;
    /// @param name  whom the tokens are for, or the first characters of one's hash in hex
    /// @return  how many were not withdrawn before
    Result<std::size_t> withdraw_api_tokens(const std::string& name);

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
    /// @return  false when it was counted before;  @error refused  not closed yet;  corrupt
    Result<bool> count(const std::function<counting::Advance(const char* stage, std::size_t ballots)>& bar);

    publish::Standing standing() const;

    bool admits(const crypto::PublicKey& device) const override;
    std::string package() const override;
    std::string roster() const override;
    Result<std::string> picture(const crypto::Digest& hash) const override;
    Result<std::string> head(const crypto::KeyId& terminal) override;
    Result<std::string> accept(const crypto::KeyId& terminal, std::string_view body) override;
    Result<std::string> present(const crypto::KeyId& terminal, std::string_view receipt) override;
    Result<std::string> voted(const crypto::KeyId& terminal, const std::optional<wire::Cursor>& after) const override;
    Result<std::string> roll(const std::optional<wire::Cursor>& after) const override;
    Result<std::string> post_votes(std::string_view token, std::string_view body) override;
    Result<http::Document> document(std::string_view path) const override;

private:
    Centre(store::Folder folder, const Clock& clock, crypto::Random& random) : folder_(std::move(folder)), clock_(clock), random_(random) {}
    Status load_election();
    Status read_roster();
    Status read_result();
    Status sign_roster(wire::Roster roster);
    Status need_election() const;
    Status need_roll() const;
    Result<RollChange> change_roll(const std::vector<election::VoterTag>& tags, bool cards, bool replace, const std::function<Status()>& beside);

    /// The roster's entry, when a record of this terminal may be taken now.
    /// @error refused  unknown, revoked, not yet valid; counted
    Result<wire::RosterEntry> admitted(const crypto::KeyId& terminal);
    /// Takes records, or what makes them.
    template <class Records>
    Result<intake::Taken> take(const crypto::KeyId& terminal, const crypto::Digest& batch, const Records& records, const intake::Beside& beside = {});
    /// @return  whose token it is;  @error forged
    Result<std::string> admit_platform(std::string_view token) const;
    Status poll_online(ballot::EventKind kind);
    std::optional<crypto::PublicKey> key_of(const crypto::KeyId& terminal) const;
    std::string channel_of(const crypto::KeyId& terminal) const;
    Result<std::vector<counting::AcceptedRecord>> accepted_records();
    /// Keeps the opened ballots as they are published, and as platforms take them back, where there are enough of them;
    /// within the count's transaction.
    Status keep_ballots(const count::Outcome& outcome, const counting::Plaintexts& plaintexts);
    /// What people take away from a count: /result-fr.csv and /minutes-fr.pdf, in each language;
    /// /result.pb; /result-decidim.csv and /result-consul.txt, where the platform can take them back.
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
    Keys keys_;
    std::function<void(const Error&)> failure_;

    std::unique_ptr<const election::Package> election_;
    std::unique_ptr<intake::Ledger> ledger_;
    publish::Phase phase_{publish::Phase::open};
    std::optional<counting::SignedResult> result_;
    std::string result_jws_;
    mutable std::map<std::string, std::string, std::less<>> minutes_;  // by language, once somebody asked: they never change
    mutable std::mutex mutex_;                                         // store, ledger, phase, result, minutes

    wire::Roster roster_;
    std::string roster_jws_;
    std::map<crypto::KeyId, wire::RosterEntry> entries_;
    mutable std::shared_mutex roster_mutex_;  // roster; may be taken while mutex_ is held, never the other way round
};

}  // namespace isoloir::app
