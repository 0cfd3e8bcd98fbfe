#include "shared/crypto/threshold.hpp"

namespace isoloir::crypto {

Element common_key(std::span<const Commitments> all)
{
    Element key;
    for (const Commitments& one : all) key = key + one.front();
    return key;
}

Element committed_share(const Commitments& of, std::uint64_t trustee)
{
    Element share;
    for (std::size_t k = of.size(); k-- > 0;) share = Scalar::of(trustee) * share + of[k];
    return share;
}

Element public_share(std::span<const Commitments> all, std::uint64_t trustee)
{
    Element share;
    for (const Commitments& one : all) share = share + committed_share(one, trustee);
    return share;
}

Scalar lagrange(std::span<const std::uint64_t> trustees, std::uint64_t trustee)
{
    Scalar above = Scalar::of(1);
    Scalar below = Scalar::of(1);
    for (const std::uint64_t other : trustees) {
        if (other == trustee) continue;
        above = above * Scalar::of(other);
        below = below * (Scalar::of(other) - Scalar::of(trustee));
    }
    return above * below.inverse();
}

}  // namespace isoloir::crypto
