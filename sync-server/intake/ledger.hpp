#pragma once
// The life of a leaf: checked (check.hpp), judged against its chain (judge.hpp), given its place in the log, covered by a
// signed checkpoint, and made durable, all of a batch in one transaction; only then is it acknowledged. Batches of several
// terminals may share a transaction, since most of its cost is the same for one batch as for many.
//
// It keeps in memory what it needs to decide (tree, chains, marks of ciphertexts, tallies), all of it recomputed from the
// stored records at start and held against the last signed checkpoint. One thread at a time. Of several processes that
// share a store, each writes in its turn and first follows what the others wrote: there is one log, and no fork.

#include <chrono>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "shared/log/checkpoint.hpp"
#include "shared/log/hashes.hpp"
#include "shared/log/merkle.hpp"
#include "sync-server/intake/judge.hpp"
#include "sync-server/intake/report.hpp"

namespace isoloir::intake {

/// What became of a batch.
struct Taken {
    std::string receipt;
    std::size_t fresh{0};                   // records that were not there before
    std::optional<Reason> stopped;          // why the rest of the batch was not looked at
    std::map<Reason, std::size_t> reasons;  // of the fresh ones
    std::vector<Reason> fates;              // of each record that was looked at, in order
    bool again{false};                      // the same as its terminal's last, and answered as then
    std::chrono::microseconds written{0};   // what the transaction took
};

/// What one terminal sent at once. The records are lent.
struct Batch {
    crypto::KeyId terminal{};
    crypto::Digest hash{};             // of what was sent: the same again gets the same receipt
    std::span<const Checked> records;  // in order
};

/// What is made durable together with a batch.
struct Beside {
    std::map<Reason, std::uint64_t> refused;    // lines that never became records
    std::function<Status(const Taken&)> write;  // told all but the receipt, which is signed last
};

class Ledger {
public:
    /// @param store, package, log, receipts  lent; must outlive the ledger
    /// @error corrupt  the stored records are not those that were signed: nothing may be served from them
    static Result<std::unique_ptr<Ledger>> open(store::Store& store, const election::Package& package, const crypto::Signer& log,
                                                const crypto::Signer& receipts);

    /// Takes batches of several terminals in one transaction, one after the other. Durable when it returns.
    /// @param batches  at most one of each terminal
    /// @return  what became of each
    /// @error full, unavailable  try again: what was taken all the same gets the same receipt;  io, corrupt, …  this ledger
    ///        takes no more: stop the process, start anew
    Result<std::vector<Taken>> take(std::span<const Batch> batches);
    Result<Taken> take(const Batch& batch);

    /// The same for records that are made only when their place in the chain is known, as the online channel's: nobody else
    /// adds to the log while `make` runs.
    /// @param beside  made durable in the same transaction
    using Make = std::function<Result<std::vector<Checked>>(const store::Chain&)>;
    Result<Taken> take(const crypto::KeyId& terminal, const crypto::Digest& batch, const Make& make, const Beside& beside = {});

    /// A receipt for where the chain stands.
    std::string receipt(const crypto::KeyId& terminal) const;

    /// Counts what was refused before a signature told who wrote it.
    Status count_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count);

    /// Recomputes the log from the stored records and holds it against the last signed checkpoint.
    /// @error corrupt
    Status check() const;

    /// Reads what other processes wrote since.
    /// @error unavailable;  corrupt
    Status follow();

    /// Goes on under a new name of the log: after a restore, leaves that were signed under the old one may be missing.
    /// @param epoch  seconds since 1970
    /// @error refused  not later than the one there is
    Status begin_epoch(std::int64_t epoch);

    bool failed() const { return failed_; }
    store::Chain chain(const crypto::KeyId& terminal) const;
    /// The leaf of the ballot with this tracker, cast or spoilt.
    std::optional<std::uint64_t> find(const ballot::TrackerBytes& tracker) const;
    /// What proofs and tiles are made of.
    const log::Hashes& hashes() const { return hashes_; }
    const std::string& checkpoint() const { return checkpoint_; }
    /// The last turn whose changes it knows.
    std::uint64_t turn() const { return turn_; }
    std::uint64_t size() const { return tree_.size(); }
    std::int64_t epoch() const { return epoch_; }
    const Tallies& tallies() const { return tallies_; }

private:
    /// Marks and trackers are hashes themselves.
    struct MarkHash {
        template <std::size_t N>
        std::size_t operator()(const ByteArray<N>& mark) const
        {
            std::size_t value = 0;
            std::memcpy(&value, mark.data(), sizeof value);
            return value;
        }
    };
    using Marks = std::unordered_set<store::Mark, MarkHash>;
    /// What a transaction changes; becomes the ledger's own state once it is durable.
    struct Pending {
        log::MerkleTree tree;
        std::map<crypto::KeyId, store::Chain> chains;  // of the batches' terminals
        Marks marks;
        std::vector<store::Leaf> leaves;
        std::vector<crypto::Digest> leaf_hashes;  // of these
        std::vector<store::Store::Opening> openings;
        std::map<election::VoterTag, store::VotedEntry> voted;  // of the batches' voters, who has an accepted ballot, and which
        std::set<election::VoterTag> claimed;                   // of these, who had none before
        std::set<election::VoterTag> replaced;                  // and who had another one
        std::set<election::VoterTag> on_roll;
        std::map<crypto::KeyId, std::map<Reason, std::int64_t>> counts;
        std::string checkpoint;
        std::uint64_t turn{0};
    };
    /// A batch on its way into what is pending.
    struct Course {
        const Batch& batch;
        store::Chain& chain;        // the pending one of its terminal
        std::size_t leaves_before;  // pending leaves that are not its own
        std::uint64_t first;        // record that `states` begins with
        std::vector<wire::RecordState> states;
        Taken taken;

        void answer(std::string receipt)
        {
            taken.again = true;
            taken.receipt = std::move(receipt);
        }
    };

    Ledger(store::Store& store, const election::Package& package, const crypto::Signer& log, const crypto::Signer& receipts)
        : store_(store), package_(package), log_(log), receipts_(receipts)
    {
    }
    Status load();
    /// Brings the memory from the turn that it knows to a later one.
    Status read_until(std::uint64_t turn);
    Status hold_tallies_against_leaves(const Tallies& counted) const;

    Result<Pending> begin(std::span<const Batch> batches, std::uint64_t turn);
    static Course begin(const Batch& batch, Pending& pending);
    Status write(Course& course, Pending& pending);
    Status settle(std::vector<Course>& courses, Pending& pending);
    Status settle_voters(const Pending& pending);
    void keep(Pending pending);
    Result<std::optional<store::Leaf>> find(const Course& course, std::uint64_t sequence, const Pending& pending);
    Result<Reason> place(Course& course, const Checked& record, const Judgement& judgement, Pending& pending);
    Result<Reason> append(Course& course, const Checked& record, Reason reason, Pending& pending);
    Result<Reason> keep_evidence(Course& course, const Checked& record, const Judgement& judgement, Pending& pending);
    /// Of a voter's ballots the election's rule lets one count: this one, or the one that is accepted already.
    Result<Reason> decide_voter(const crypto::KeyId& terminal, const Checked& record, Pending& pending);
    std::string sign_receipt(const crypto::KeyId& terminal, const store::Chain& chain, const std::string& checkpoint, std::uint64_t first,
                             std::vector<wire::RecordState> states) const;
    /// Runs a transaction, given its turn; an error after which nothing may be assumed ends this ledger.
    Status transact(const std::function<Status(std::uint64_t turn)>& work);

    store::Store& store_;
    const election::Package& package_;
    const crypto::Signer& log_;
    const crypto::Signer& receipts_;
    /// The next leaf of the log. @param mark  its first one
    void index(const crypto::Digest& leaf_hash, const std::optional<store::Mark>& mark);

    log::MerkleTree tree_;
    log::Hashes hashes_;
    std::unordered_map<ballot::TrackerBytes, std::uint64_t, MarkHash> leaf_by_tracker_;
    std::string checkpoint_;
    std::map<crypto::KeyId, store::Chain> chains_;
    Marks marks_;
    Tallies tallies_;
    std::int64_t epoch_{0};
    std::uint64_t turn_{0};  // what is known is as it was after this turn
    bool accepting_{true};
    bool failed_{false};
};

}  // namespace isoloir::intake
