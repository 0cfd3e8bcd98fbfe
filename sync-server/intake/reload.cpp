// The ledger read back from the stored records, before anything is signed or counted.

#include "sync-server/intake/ledger.hpp"

namespace isoloir::intake {
namespace {

tl::unexpected<Error> damaged(const std::string& what)
{
    return fail(Errc::corrupt, what +
                                   ": the stored log is not the one that was signed. Nothing was changed; restore the folder from a backup, "
                                   "the terminals send again what it lacks");
}

bool in_log(Reason reason)
{
    return reason == Reason::accepted || reason == Reason::event || reason == Reason::spoilt || (reason >= Reason::unreadable && reason < Reason::online_voter);
}

/// Adds the stored records from the tree's end on, and holds the whole against the last signed checkpoint.
/// @return  the log's epoch
Result<std::int64_t> extend(log::MerkleTree& tree, store::Store& store, const election::Package& package, const std::string& note,
                            const std::function<Status(const store::Leaf&, const crypto::Digest& leaf_hash)>& visit)
{
    ISO_CHECK(store.each_leaf(tree.size(), [&](store::Leaf&& leaf) -> Status {
        if (leaf.index != tree.size()) return damaged("leaf " + std::to_string(tree.size()) + " is missing");
        if (crypto::sha256(bytes_of(leaf.record)) != leaf.hash) return damaged("leaf " + std::to_string(leaf.index) + " was altered");
        const auto leaf_hash = log::leaf_hash(bytes_of(leaf.record));
        tree.append(leaf_hash);
        return visit(leaf, leaf_hash);
    }));
    const auto checkpoint = log::open_checkpoint(note, package.id, package.keys.log);
    if (!checkpoint) return damaged("the last checkpoint does not verify");
    if (checkpoint->size != tree.size() || checkpoint->root != tree.root()) return damaged("the records do not give the root of the last checkpoint");
    return checkpoint->epoch;
}

}  // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(store::Store& store, const election::Package& package, const crypto::Signer& log, const crypto::Signer& receipts)
{
    std::unique_ptr<Ledger> ledger(new Ledger(store, package, log, receipts));
    ISO_CHECK(ledger->load());
    return ledger;
}

Status Ledger::load()
{
    // Of several processes that start at once, one signs the empty log.
    const auto begin_log = [&]() -> Status {
        ISO_TRY(const auto stored, store_.latest_checkpoint());
        if (stored) return {};
        return store_.put_checkpoint(0, 0, log::sign_checkpoint({0, log::MerkleTree().root()}, package_.id, log_));
    };
    ISO_TRY(const auto stored, store_.latest_checkpoint());
    if (!stored) ISO_CHECK(store_.transact(begin_log));
    return follow();
}

Status Ledger::follow()
{
    return store_.view([&]() -> Status {
        ISO_TRY(const auto turn, store_.turn());
        return read_until(turn);
    });
}

Status Ledger::read_until(std::uint64_t turn)
{
    if (turn == turn_) return {};
    if (turn < turn_) return damaged("the database went back to an earlier state");
    const bool whole = turn_ == 0;
    ISO_TRY(const auto stored, store_.latest_checkpoint());
    if (!stored) return damaged("there is no checkpoint");

    log::MerkleTree tree = tree_;
    std::map<crypto::KeyId, ballot::ChainHead> heads;
    Tallies counted;
    Marks marks;
    std::vector<std::pair<crypto::Digest, std::optional<store::Mark>>> leaves;
    const auto visit = [&](const store::Leaf& leaf, const crypto::Digest& leaf_hash) -> Status {
        ballot::ChainHead& head = heads.try_emplace(leaf.terminal, chain(leaf.terminal).head).first->second;
        if (leaf.sequence != head.next) return damaged("a terminal's chain has a hole");
        head = {leaf.sequence + 1, leaf.hash};
        marks.insert(leaf.marks.begin(), leaf.marks.end());
        ++counted[leaf.terminal][leaf.reason];
        leaves.emplace_back(leaf_hash, leaf.marks.empty() ? std::nullopt : std::optional(leaf.marks.front()));
        return {};
    };
    ISO_TRY(const auto epoch, extend(tree, store_, package_, *stored, visit));
    ISO_TRY(const auto chains, store_.chains(turn_));
    for (const auto& [terminal, chain] : chains) {
        const auto head = heads.find(terminal);
        if ((head == heads.end() ? this->chain(terminal).head : head->second) != chain.head) return damaged("a terminal's chain ends elsewhere than it should");
        heads.erase(terminal);
    }
    if (!heads.empty()) return damaged("a terminal's chain is missing");
    ISO_TRY(const auto tallies, store_.tallies(turn_));
    ISO_TRY(const auto phase, store_.phase());

    tree_ = std::move(tree);
    for (const auto& [hash, mark] : leaves) index(hash, mark);
    epoch_ = epoch;
    checkpoint_ = *stored;
    marks_.merge(marks);
    for (const auto& [terminal, chain] : chains) chains_[terminal] = chain;
    for (const auto& tally : tallies) tallies_[tally.terminal][tally.reason] = tally.count;
    accepting_ = phase == store::Phase::open;
    if (whole) ISO_CHECK(hold_tallies_against_leaves(counted));
    turn_ = turn;
    return {};
}

Status Ledger::hold_tallies_against_leaves(const Tallies& counted) const
{
    Tallies stored;
    for (const auto& [terminal, reasons] : tallies_)
        for (const auto& [reason, count] : reasons)
            if (in_log(reason) && count > 0) stored[terminal][reason] = count;
    return stored == counted ? Status{} : damaged("the counts are not those of the records");
}

Status Ledger::check() const
{
    log::MerkleTree tree;
    return extend(tree, store_, package_, checkpoint_, [](const store::Leaf&, const crypto::Digest&) -> Status { return {}; }).map([](auto) {});
}

Status Ledger::begin_epoch(std::int64_t epoch)
{
    ISO_CHECK(transact([&](std::uint64_t) -> Status {
        if (epoch <= epoch_) return fail(Errc::refused, "the clock of this machine is behind the backup's; set it right first");
        return store_.put_checkpoint(epoch, tree_.size(), log::sign_checkpoint({tree_.size(), tree_.root(), epoch}, package_.id, log_));
    }));
    return follow();
}

}  // namespace isoloir::intake
