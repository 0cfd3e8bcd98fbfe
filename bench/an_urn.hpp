#pragma once
// Made-up ballots under a key of one trustee, ready to be mixed and opened.

#include "shared/base/parallel.hpp"
#include "shared/crypto/fixed_base.hpp"
#include "shared/crypto/secret_scalars.hpp"
#include "shared/proof/mix.hpp"
#include "shared/proof/opening.hpp"

namespace isoloir::bench {

struct AnUrn {
    explicit AnUrn(std::size_t count) : ballots(2 * count)
    {
        const crypto::FixedBase key{crypto::Point(place.key)};
        const auto fresh = crypto::SecretScalars::random(count, random);
        for_each_index(count, [&](std::size_t i) {
            ballots[2 * i] = base.times(fresh[i]).bytes();
            ballots[2 * i + 1] = (key.times(fresh[i]) + choice(i)).bytes();
        });
    }

    /// What ballot i holds.
    crypto::Point choice(std::size_t i) const { return base.times(crypto::Scalar::of(i + 1)); }
    proof::OpeningPlace opening() const { return {place.election, place.round, 1, place.key}; }

    crypto::SystemRandom random;
    crypto::FixedBase base;
    crypto::Scalar secret{crypto::Scalar::random(random)};
    proof::MixPlace place{{}, 0, 1, crypto::base_times(secret), 1};
    proof::Encodings ballots;
};

}  // namespace isoloir::bench
