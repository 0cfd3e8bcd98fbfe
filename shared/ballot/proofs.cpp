#include "shared/ballot/proofs.hpp"

#include <algorithm>

#include "shared/crypto/point.hpp"

namespace isoloir::ballot {
namespace {

constexpr std::size_t kWeightBytes = 16;

}  // namespace

bool hold_together(std::span<const Claim> claims, std::size_t blocks, const crypto::Element& election_key, crypto::Random& random)
{
    std::vector<crypto::Scalar> factors;
    std::vector<crypto::Point> points;
    factors.reserve(2 * blocks * claims.size());
    points.reserve(2 * blocks * claims.size());
    Bytes weights(kWeightBytes * blocks * claims.size());
    random.fill(weights);
    ByteSpan left(weights);
    crypto::Scalar base;
    for (const auto& [ballot, context, read] : claims) {
        if (ballot->ciphertexts.size() != blocks || ballot->proofs.size() != blocks) return false;
        const crypto::Scalar c = challenge_of(*ballot, election_key, context);
        for (std::size_t i = 0; i < blocks; ++i) {
            const crypto::Scalar w = crypto::Scalar::of_128_bits(left.first<kWeightBytes>());
            left = left.subspan(kWeightBytes);
            base = base + w * ballot->proofs[i].s;
            factors.push_back(w);
            points.push_back(read != nullptr ? read->t[i] : crypto::Point(ballot->proofs[i].t));
            factors.push_back(w * c);
            points.push_back(read != nullptr ? read->c1[i] : crypto::Point(ballot->ciphertexts[i].c1));
        }
    }
    return crypto::public_sum(factors, points).element() == crypto::base_times(base);
}

std::vector<bool> check_together(std::span<const Claim> claims, std::size_t blocks, const crypto::Element& election_key, crypto::Random& random)
{
    // For a single one the plain way costs no more.
    if (claims.size() > 1 && hold_together(claims, blocks, election_key, random)) return std::vector<bool>(claims.size(), true);
    std::vector<bool> hold;
    for (const Claim& claim : claims) hold.push_back(check_proofs(*claim.ballot, blocks, election_key, claim.context).has_value());
    return hold;
}

}  // namespace isoloir::ballot
