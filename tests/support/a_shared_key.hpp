#pragma once
// A key in n shares, made by all trustees together without the ceremony's messages.

#include <string>
#include <vector>

#include "shared/crypto/random.hpp"
#include "shared/election/trustees.hpp"

namespace isoloir::test {

struct ASharedKey {
    election::Trustees trustees;
    std::vector<crypto::Signer> signers;
    std::vector<crypto::Scalar> shares;  // x_1 …

    ASharedKey(std::uint32_t threshold, std::size_t count, crypto::Random& random) : shares(count)
    {
        trustees.threshold = threshold;
        random.fill(trustees.transcript);
        for (std::size_t i = 0; i < count; ++i) {
            signers.push_back(crypto::Signer::generate(random));
            trustees.members.push_back({"Trustee " + std::to_string(i + 1), signers.back().public_key(), {}});
            std::vector<crypto::Scalar> polynomial;
            for (std::size_t k = 0; k < threshold; ++k) polynomial.push_back(crypto::Scalar::random(random));
            for (const auto& a : polynomial) trustees.members.back().polynomial.push_back(crypto::base_times(a));
            for (std::size_t j = 0; j < count; ++j) {
                crypto::Scalar value;
                for (std::size_t k = threshold; k-- > 0;) value = crypto::Scalar::of(j + 1) * value + polynomial[k];
                shares[j] = shares[j] + value;
            }
        }
    }
    crypto::Element key() const { return trustees.key(); }
};

}  // namespace isoloir::test
