#include "bench/a_full_centre.hpp"

#include <stdexcept>

#include "shared/base/encoding.hpp"
#include "shared/log/merkle.hpp"
#include "sync-server/app/keys.hpp"

namespace isoloir::bench {
namespace {

constexpr std::uint64_t kTerminals = 100;
constexpr std::size_t kRecordBytes = 648;  // 864 signs in base64url, as long as a ballot of one block
constexpr std::uint64_t kStep = 1000;

void must(const Status& done)
{
    if (!done) throw std::runtime_error(done.error().text());
}

/// Writes the log row by row; its own order is terminal after terminal, round and round.
class Filling {
public:
    Filling(store::Store& store, const crypto::Digest& election, const crypto::Signer& log) : store_(store), election_(election), log_(log), chains_(kTerminals)
    {
        for (std::uint64_t i = 0; i < kTerminals; ++i) terminals_.push_back(random_.bytes<16>());
    }

    void add(std::uint64_t ballots)
    {
        must(store_.transact([&]() -> Status {
            std::vector<store::Leaf> leaves;
            std::vector<store::Store::Opening> openings;
            std::vector<store::VotedEntry> voters;
            for (std::uint64_t i = 0; i < ballots; ++i) {
                const std::uint64_t leaf = tree_.size();
                const std::size_t terminal = static_cast<std::size_t>(leaf % kTerminals);
                ballot::ChainHead& head = chains_[terminal].head;
                leaves.push_back(
                    {leaf, to_base64url(random_.bytes<kRecordBytes>()), terminals_[terminal], head.next, {}, store::Reason::accepted, {random_.bytes<16>()}});
                const auto record = bytes_of(leaves.back().record);
                leaves.back().hash = crypto::sha256(record);
                tree_.append(log::leaf_hash(record));
                head = {head.next + 1, leaves.back().hash};
                openings.push_back({leaf, {random_.bytes<32>(), random_.bytes<32>()}});
                voters.push_back({openings.back().voter.tag, leaf, terminals_[terminal], 0});
            }
            ISO_CHECK(store_.append(leaves));
            ISO_CHECK(store_.put_openings(openings));
            return store_.claim_voters(voters);
        }));
    }

    void finish()
    {
        must(store_.transact([&]() -> Status {
            for (std::size_t i = 0; i < terminals_.size(); ++i) {
                ISO_CHECK(store_.put_chain(terminals_[i], chains_[i]));
                ISO_CHECK(store_.add_tally(terminals_[i], store::Reason::accepted, static_cast<std::int64_t>(chains_[i].head.next)));
            }
            return store_.put_checkpoint(0, tree_.size(), log::sign_checkpoint({tree_.size(), tree_.root()}, election_, log_));
        }));
    }

private:
    store::Store& store_;
    const crypto::Digest election_;
    const crypto::Signer& log_;
    crypto::SystemRandom random_;
    std::vector<crypto::KeyId> terminals_;
    std::vector<store::Chain> chains_;
    log::MerkleTree tree_;
};

}  // namespace

void fill(test::AServerFolder& folder, std::uint64_t ballots)
{
    const auto election = folder.package().id;
    folder.centre.reset();
    {
        const auto opened = store::open_folder({folder.path}).value();
        const auto keys = app::read_keys(*opened.store).value();
        Filling filling(*opened.store, election, keys.log);
        for (std::uint64_t done = 0; done < ballots; done += kStep) filling.add(std::min(kStep, ballots - done));
        if (ballots > 0) filling.finish();
    }
    folder.restart();
}

}  // namespace isoloir::bench
