#pragma once
// What intake cannot do without, stripped of everything else: the checks of a ballot (Ed25519, group elements, proof), and
// its rows in the store's tables, durable batch by batch.

#include "bench/a_crowd.hpp"
#include "shared/ballot/sealed_ballot.hpp"
#include "sync-server/intake/check.hpp"

namespace isoloir::bench {

class Bare {
public:
    Bare(const ACrowd& crowd, const election::Package& package);

    /// Every ballot once, batch by batch, on all cores.
    void check() const;
    /// Every ballot once into an empty embedded store, one transaction a batch.
    void insert() const;
    /// Both at the same time.
    void check_and_insert() const;

private:
    struct Ballot {
        crypto::PublicKey key;
        std::string signed_text;
        crypto::Signature signature;
        ByteArray<32> c1, c2, t, s;
        ballot::Context context;
    };
    struct Rows {
        std::vector<store::Leaf> leaves;
        std::vector<store::Store::Opening> openings;
        std::vector<store::VotedEntry> voters;
    };
    void check_batch(const std::vector<Ballot>& ballots) const;

    std::vector<std::vector<Ballot>> batches_;
    std::vector<Rows> rows_;
    const election::Package& package_;
};

}  // namespace isoloir::bench
