#pragma once
// The only place where a vote becomes durable: an SQLCipher database with the terminal's keys, its chain of signed
// records, and who voted here. One thread owns it.
//
//   FOLDER/journal.db        the database, under a random 32-byte key
//   FOLDER/journal.key       that key, wrapped with the staff passphrase (Argon2id)
//   FOLDER/journal.recovery  that key, sealed to the authority: it can read a broken terminal's disk, but no ballot

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/base/result.hpp"
#include "shared/election/package.hpp"
#include "shared/log/checkpoint.hpp"
#include "shared/storage/database.hpp"
#include "shared/wire/roster.hpp"
#include "shared/wire/sync.hpp"
#include "terminal/journal/counters.hpp"
#include "terminal/journal/sealed_vote.hpp"
#include "terminal/journal/voters.hpp"

namespace isoloir::journal {

/// Where the poll stands at this terminal.
enum class Poll { not_opened, open, closed };

class Journal {
public:
    /// Creates the folder's journal with a fresh device key.
    /// @param name    what the clerk calls this terminal
    /// @param random  lent; must outlive the journal
    /// @error conflict  there is one already
    static Result<Journal> create(const std::filesystem::path& folder, std::string_view passphrase, std::string_view name, crypto::Random& random);

    /// Opens and checks the whole chain: signatures, numbers, links. 45 µs a record.
    /// @error forged  wrong passphrase;  corrupt  the chain is damaged: out of service, and nothing is cut off
    static Result<Journal> open(const std::filesystem::path& folder, std::string_view passphrase, crypto::Random& random);

    const crypto::Signer& device() const { return device_; }
    const std::string& name() const { return name_; }
    const std::filesystem::path& folder() const { return folder_; }
    /// The request that the server's `terminal approve` takes.
    std::string enrolment() const;

    /// Takes a provision bundle: package, roster, tag key, server. Taking it again, or a newer one of the same election, does no harm.
    /// @error forged, malformed;  refused  for another terminal;  conflict  another election, or an older roster
    Status provision(std::string_view jws);
    bool is_provisioned() const { return provision_.has_value(); }
    const election::Package& package() const { return *package_; }  // only when provisioned
    const wire::Provision& provisioned() const { return *provision_; }
    const wire::Roster& roster() const { return roster_; }
    /// Takes a newer roster, which a stick brought: what was withdrawn since. Taking it again does no harm.
    /// @error forged, malformed;  refused  of another election, or without this terminal;  conflict  older than the one here
    Status take_roster(std::string_view jws);

    Poll poll() const { return poll_; }
    /// @error refused  the state does not allow it (a closed poll stays closed), or the election's roll is not here yet
    /// @param staff  handle of who does it; empty from the command line
    Status open_poll(Hour hour, const std::string& staff = {});
    Status close_poll(Hour hour, const std::string& staff = {});
    /// Records that the program started while the poll was open: after a power cut, or by hand.
    Status note_start(Hour hour);

    Result<bool> has_voted(const election::VoterIdentifier& voter);
    /// Whether this voter may vote here, as far as this terminal knows.
    Result<Standing> standing(const election::VoterIdentifier& voter);
    /// What the centre tells about voters by network.
    Voters voters() { return Voters(database_); }
    /// How many came, since the poll was opened.
    Counters counters() { return Counters(database_); }
    /// Takes the roll as a file that the authority signed; taking it again does no harm. @return  how many voters
    /// @error forged, malformed;  refused  of another election, or one without a roll;  conflict  older than the one here
    Result<std::size_t> take_roll(std::string_view jws);
    /// Whether the disk has room for many more votes; asked before a voter starts.
    bool has_room() const;

    /// Seals a vote for the chain's next place; nothing of it is durable.
    /// @param hour  of the clock; a record never bears an earlier hour than the one before it, so a clock set back does no harm
    /// @error refused  the poll is not open;  conflict  this voter has voted here
    Result<SealedVote> seal(const election::VoterIdentifier& voter, const election::Selection& selection, Hour hour);
    /// Signs, chains and commits; durable when it returns. Only then may the screen say that the vote is cast.
    /// What could open it is gone whatever comes back. @return  the tracker
    /// @error refused, conflict  as seal();  unavailable  the chain has gone on since: seal anew
    /// @error full, io  nothing was cast, and this journal takes no more records until it is opened anew
    Result<std::string> cast(SealedVote vote);
    /// Lays the vote open in a record of its own; durable when it returns. Only then may the screen show the challenge.
    /// Whoever made the vote may still vote.
    /// @error refused, full, io  as cast(); nothing may be shown
    Result<ballot::Challenge> spoil(SealedVote vote);

    ballot::ChainHead head() const { return head_; }
    /// No clock that is right shows an earlier one.
    Hour last_hour() const { return last_hour_; }
    std::uint64_t ballots() const { return ballots_; }
    std::uint64_t spoilt() const { return spoilt_; }
    /// Records from `first` on, at most `limit`, with tags and openings.
    Result<std::vector<wire::BatchLine>> records_from(std::uint64_t first, std::size_t limit);

    /// Verifies a receipt and keeps it when it covers more than the one kept before.
    /// @error forged  it contradicts the chain, or an earlier checkpoint of the same size
    Status keep_receipt(std::string_view jws);
    /// The kept receipt as signed; empty while there is none.
    Result<std::string> receipt();
    /// Number of records that the kept receipt covers.
    std::uint64_t acknowledged() const { return acknowledged_; }

private:
    friend class StaffLog;
    Journal(std::filesystem::path folder, storage::Database database, crypto::SecretBytes key, crypto::Random& random)
        : folder_(std::move(folder)), database_(std::move(database)), key_(std::move(key)), random_(&random)
    {
    }
    Status load();
    Status load_chain();
    Status need_roll();
    Status load_roster();
    Status use_roster(wire::Roster roster);
    Status take_provision(wire::Provision provision);
    Status append(const ballot::Record& record, const std::optional<wire::BatchLine::Voter>& voter);
    Status append_event(ballot::EventKind kind, Hour hour, std::string staff = {});
    ballot::RecordContent next_record(Hour hour) const;
    Result<bool> holds_tag(const election::VoterTag& tag);
    Result<crypto::Digest> hash_before(std::uint64_t sequence);

    std::filesystem::path folder_;
    storage::Database database_;
    crypto::SecretBytes key_;
    crypto::Random* random_;
    crypto::Signer device_;
    std::string name_;
    std::optional<wire::Provision> provision_;
    std::optional<election::Package> package_;
    std::optional<ballot::SealingKey> sealing_key_;  // of the package
    wire::Roster roster_;
    crypto::SecretBytes tag_key_;
    ballot::ChainHead head_;
    Hour last_hour_{0};
    std::uint64_t ballots_{0};
    std::uint64_t spoilt_{0};
    Poll poll_{Poll::not_opened};
    std::uint64_t acknowledged_{0};
    log::Checkpoint checkpoint_;
    bool failed_{false};
};

}  // namespace isoloir::journal
