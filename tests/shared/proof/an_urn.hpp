#pragma once
// Ballots under a key in shares, to be mixed and opened.

#include "shared/crypto/transcript.hpp"
#include "shared/proof/opening.hpp"
#include "shared/proof/shuffle.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"
#include "tests/support/a_shared_key.hpp"
#include "tests/support/seeded_random.hpp"

namespace isoloir::test {

inline void nobody_waits(std::uint64_t) {}

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
