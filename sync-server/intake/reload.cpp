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

/// Recomputes the tree from the stored records and holds it against the last signed checkpoint.
Result<log::MerkleTree> recompute(store::Store& store, const election::Package& package, const std::string& note,
                                  const std::function<Status(const store::Leaf&)>& visit)
{
    log::MerkleTree tree;
    ISO_CHECK(store.each_leaf([&](store::Leaf&& leaf) -> Status {
        if (leaf.index != tree.size()) return damaged("leaf " + std::to_string(tree.size()) + " is missing");
        if (crypto::sha256(bytes_of(leaf.record)) != leaf.hash) return damaged("leaf " + std::to_string(leaf.index) + " was altered");
        tree.append(log::leaf_hash(bytes_of(leaf.record)));
        return visit(leaf);
    }));
    const auto checkpoint = log::open_checkpoint(note, package.id, package.keys.log);
    if (!checkpoint) return damaged("the last checkpoint does not verify");
    if (checkpoint->size != tree.size() || checkpoint->root != tree.root()) return damaged("the records do not give the root of the last checkpoint");
    return tree;
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
    ISO_TRY(const auto stored, store_.latest_checkpoint());
    if (stored) {
        checkpoint_ = *stored;
    } else {
        checkpoint_ = log::sign_checkpoint({0, log::MerkleTree().root()}, package_.id, log_);
        ISO_CHECK(transact([&] { return store_.put_checkpoint(0, checkpoint_); }));
    }

    std::map<crypto::KeyId, ballot::ChainHead> heads;
    ISO_TRY(tree_, recompute(store_, package_, checkpoint_, [&](const store::Leaf& leaf) -> Status {
                ballot::ChainHead& head = heads[leaf.terminal];
                if (leaf.sequence != head.next) return damaged("a terminal's chain has a hole");
                head = {leaf.sequence + 1, leaf.hash};
                marks_.insert(leaf.marks.begin(), leaf.marks.end());
                ++tallies_[leaf.terminal][leaf.reason];
                return {};
            }));
    ISO_TRY(const auto chains, store_.chains());
    for (const auto& [terminal, chain] : chains) {
        if (heads[terminal] != chain.head) return damaged("a terminal's chain ends elsewhere than it should");
        chains_[terminal] = chain;
    }
    if (heads.size() != chains_.size()) return damaged("a terminal's chain is missing");
    ISO_TRY(const auto refused, store_.refused());
    for (const auto& entry : refused) tallies_[entry.terminal][entry.reason] += entry.count;
    return {};
}

Status Ledger::check() const
{
    const auto tree = recompute(store_, package_, checkpoint_, [](const store::Leaf&) -> Status { return {}; });
    return tree ? Status{} : tl::make_unexpected(tree.error());
}

}  // namespace isoloir::intake
