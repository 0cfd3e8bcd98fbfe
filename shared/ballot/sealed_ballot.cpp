#include "shared/ballot/sealed_ballot.hpp"

#include <algorithm>

#include "shared/ballot/encoding.hpp"
#include "shared/base/crockford.hpp"
#include "shared/crypto/transcript.hpp"

namespace isoloir::ballot {

crypto::Scalar challenge_of(const SealedBallot& ballot, const crypto::Element& election_key, const Context& context)
{
    crypto::Transcript transcript("ballot");
    transcript.add(context.election).add(context.voter).add(context.terminal).add_number(context.sequence).add(election_key);
    for (const auto& [c1, c2] : ballot.ciphertexts) transcript.add(c1).add(c2);
    for (const auto& proof : ballot.proofs) transcript.add(proof.t);
    return transcript.scalar();
}

namespace {

/// M + r·K; r·K, which would open it, is wiped.
crypto::Element masked(const crypto::Element& block, const SealingKey& election_key, const crypto::Scalar& r)
{
    crypto::Point mask = election_key.times(r);
    crypto::Point sum(block);
    sum += mask;
    mask.wipe();
    return sum.element();
}

}  // namespace

Sealing seal(const election::Definition& definition, const election::Selection& selection, const SealingKey& election_key, const Context& context,
             crypto::Random& random)
{
    const std::vector<crypto::Element> blocks = encode(definition, selection);
    Sealing sealing;
    SealedBallot& ballot = sealing.ballot;
    std::vector<crypto::Scalar>& r = sealing.randomness;
    std::vector<crypto::Scalar> a;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        r.push_back(crypto::Scalar::random(random));
        a.push_back(crypto::Scalar::random(random));
        ballot.ciphertexts.push_back({crypto::base_times(r[i]), masked(blocks[i], election_key, r[i])});
        ballot.proofs.push_back({crypto::base_times(a[i]), {}});
    }
    const crypto::Scalar c = challenge_of(ballot, election_key.element(), context);
    for (std::size_t i = 0; i < blocks.size(); ++i) ballot.proofs[i].s = a[i] + c * r[i];
    return sealing;
}

Status check_proofs(const SealedBallot& ballot, std::size_t blocks, const crypto::Element& election_key, const Context& context)
{
    if (ballot.ciphertexts.size() != blocks || ballot.proofs.size() != blocks) return fail(Errc::forged, "the ballot has the wrong number of blocks");
    const crypto::Scalar c = challenge_of(ballot, election_key, context);
    for (std::size_t i = 0; i < blocks; ++i)
        if (crypto::base_times(ballot.proofs[i].s) != ballot.proofs[i].t + c * ballot.ciphertexts[i].c1)
            return fail(Errc::forged, "the proof of knowledge does not hold");
    return {};
}

std::vector<crypto::Element> open(const std::vector<Ciphertext>& ciphertexts, const crypto::Scalar& election_secret)
{
    std::vector<crypto::Element> elements;
    for (const auto& [c1, c2] : ciphertexts) elements.push_back(c2 - election_secret * c1);
    return elements;
}

Ciphertext reencrypt(const Ciphertext& ciphertext, const crypto::Element& election_key, const crypto::Scalar& r)
{
    return {ciphertext.c1 + crypto::base_times(r), ciphertext.c2 + r * election_key};
}

crypto::Digest digest_of(std::span<const Ciphertext> ciphertexts)
{
    Bytes all;
    for (const auto& [c1, c2] : ciphertexts) {
        all.insert(all.end(), c1.bytes().begin(), c1.bytes().end());
        all.insert(all.end(), c2.bytes().begin(), c2.bytes().end());
    }
    return crypto::blake2b({all});
}

TrackerBytes tracker_bytes(const std::vector<Ciphertext>& ciphertexts)
{
    const crypto::Digest digest = digest_of(ciphertexts);
    TrackerBytes tracker;
    std::copy_n(digest.begin(), tracker.size(), tracker.begin());
    return tracker;
}

std::string tracker_text(const TrackerBytes& tracker)
{
    return to_crockford(tracker);
}

std::string tracker(const std::vector<Ciphertext>& ciphertexts)
{
    return tracker_text(tracker_bytes(ciphertexts));
}

}  // namespace isoloir::ballot
