#pragma once
// Ballots under a key in shares, to be mixed and opened.

#include "shared/crypto/transcript.hpp"
#include "shared/proof/opening.hpp"
#include "shared/proof/shuffle.hpp"
#include "shared/crypto/threshold.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"
#include "tests/support/seeded_random.hpp"

namespace isoloir::test {

inline void nobody_waits(std::uint64_t) {}

/// A key in n shares made by all trustees together, without the ceremony's messages.
struct ASharedKey {
    std::vector<crypto::Commitments> commitments;
    std::vector<crypto::Scalar> shares;  // x_1 …

    ASharedKey(std::size_t threshold, std::size_t trustees, crypto::Random& random) : shares(trustees)
    {
        for (std::size_t i = 0; i < trustees; ++i) {
            std::vector<crypto::Scalar> polynomial;
            for (std::size_t k = 0; k < threshold; ++k) polynomial.push_back(crypto::Scalar::random(random));
            crypto::Commitments& mine = commitments.emplace_back();
            for (const auto& a : polynomial) mine.push_back(crypto::base_times(a));
            for (std::size_t j = 0; j < trustees; ++j) {
                crypto::Scalar value;
                for (std::size_t k = threshold; k-- > 0;) value = crypto::Scalar::of(j + 1) * value + polynomial[k];
                shares[j] = shares[j] + value;
            }
        }
    }
    crypto::Element key() const { return crypto::common_key(commitments); }
};

/// A mix with everything that a check needs, free to be doctored.
struct AMix {
    proof::MixPlace place;
    std::vector<crypto::Element> sealed;  // what the ballots hold
    proof::Encodings input;
    proof::Encodings output;
    proof::MixProof proof;

    AMix(std::size_t ballots, std::size_t blocks, const crypto::Element& key, SeededRandom& random)
    {
        random.fill(place.election);
        place.round = 1;
        place.mixer = 2;
        place.key = key;
        place.blocks = blocks;
        for (std::size_t i = 0; i < ballots * blocks; ++i) {
            sealed.push_back(crypto::Element::from_hash(random.bytes<64>()));
            const auto r = crypto::Scalar::random(random);
            input.push_back(crypto::base_times(r).bytes());
            input.push_back((sealed.back() + r * key).bytes());
        }
        auto shuffled = proof::shuffle(place, input, random, nobody_waits).value();
        output = std::move(shuffled.output);
        proof = std::move(shuffled.proof);
    }
    verify::Mix lent() const { return {place, input, output, proof}; }
};

}  // namespace isoloir::test
