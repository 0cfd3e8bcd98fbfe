#include "shared/election/trustees.hpp"

namespace isoloir::election {
namespace {

std::vector<crypto::Commitments> polynomials(const Trustees& trustees)
{
    std::vector<crypto::Commitments> all;
    for (const Trustee& member : trustees.members) all.push_back(member.polynomial);
    return all;
}

}  // namespace

crypto::Element Trustees::key() const
{
    return crypto::common_key(polynomials(*this));
}

crypto::Element Trustees::public_share(std::uint64_t trustee) const
{
    return crypto::public_share(polynomials(*this), trustee);
}

}  // namespace isoloir::election
