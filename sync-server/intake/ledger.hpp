#pragma once
// The life of a leaf: checked (check.hpp), judged against its chain (judge.hpp), given its place in the log, covered by a
// signed checkpoint, and made durable, all of a batch in one transaction; only then is it acknowledged.
//
// The one writer. It keeps in memory what it needs to decide (tree, chains, marks of ciphertexts, tallies), all of it
// recomputed from the stored records at start and held against the last signed checkpoint. One thread at a time.

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <unordered_set>

#include "shared/log/checkpoint.hpp"
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
};

/// What is made durable together with a batch.
struct Beside {
    std::map<Reason, std::uint64_t> refused;  // lines that never became records
    std::function<Status()> write;
};

class Ledger {
public:
    /// @param store, package, log, receipts  lent; must outlive the ledger
    /// @error corrupt  the stored records are not those that were signed: nothing may be served from them
    static Result<std::unique_ptr<Ledger>> open(store::Store& store, const election::Package& package, const crypto::Signer& log,
                                                const crypto::Signer& receipts);

    /// Takes a batch of one terminal's records, in order. Durable when it returns.
    /// @param batch  hash of what was sent: the same again gets the same receipt
    /// @param beside  made durable in the same transaction
    /// @error full  nothing was taken, try again;  io, corrupt, …  this ledger takes no more: stop the process, start anew
    Result<Taken> take(const crypto::KeyId& terminal, const crypto::Digest& batch, std::span<const Checked> records, const Beside& beside = {});

    /// The receipt that this very batch got before, if it was this terminal's last.
    Result<std::optional<std::string>> answered(const crypto::KeyId& terminal, const crypto::Digest& batch);
    /// A receipt for where the chain stands.
    std::string receipt(const crypto::KeyId& terminal) const;

    /// Counts what was refused before a signature told who wrote it.
    Status count_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count);

    /// Recomputes the log from the stored records and holds it against the last signed checkpoint.
    /// @error corrupt
    Status check() const;

    void stop_accepting() { accepting_ = false; }
    bool failed() const { return failed_; }
    store::Chain chain(const crypto::KeyId& terminal) const;
    const std::string& checkpoint() const { return checkpoint_; }
    std::uint64_t size() const { return tree_.size(); }
    const Tallies& tallies() const { return tallies_; }

private:
    struct MarkHash {
        std::size_t operator()(const store::Mark& mark) const;
    };
    using Marks = std::unordered_set<store::Mark, MarkHash>;
    /// What a batch changes; becomes the ledger's own state once it is durable.
    struct Pending {
        log::MerkleTree tree;
        store::Chain chain;
        Marks marks;
        std::map<Reason, std::uint64_t> counts;
        std::map<Reason, std::uint64_t> refused;  // of these, the ones that are in no log
        std::vector<wire::RecordState> states;
        std::string checkpoint;
    };

    Ledger(store::Store& store, const election::Package& package, const crypto::Signer& log, const crypto::Signer& receipts)
        : store_(store), package_(package), log_(log), receipts_(receipts)
    {
    }
    Status load();
    Result<Taken> write(const crypto::KeyId& terminal, const crypto::Digest& batch, std::span<const Checked> records, Pending& pending, const Beside& beside);
    Result<Reason> place(const crypto::KeyId& terminal, const Checked& record, const Judgement& judgement, Pending& pending);
    Result<Reason> append(const crypto::KeyId& terminal, const Checked& record, Reason reason, Pending& pending);
    Result<Reason> keep_evidence(const crypto::KeyId& terminal, const Checked& record, const Judgement& judgement, Pending& pending);
    Status settle(const crypto::KeyId& terminal, const crypto::Digest& batch, std::uint64_t first, Taken& taken, Pending& pending);
    std::string sign_receipt(const crypto::KeyId& terminal, const store::Chain& chain, const std::string& checkpoint, std::uint64_t first,
                             std::vector<wire::RecordState> states) const;
    /// Runs a transaction; any error but a full disk ends this ledger.
    Status transact(const std::function<Status()>& work);

    store::Store& store_;
    const election::Package& package_;
    const crypto::Signer& log_;
    const crypto::Signer& receipts_;
    log::MerkleTree tree_;
    std::string checkpoint_;
    std::map<crypto::KeyId, store::Chain> chains_;
    Marks marks_;
    Tallies tallies_;
    bool accepting_{true};
    bool failed_{false};
};

}  // namespace isoloir::intake
