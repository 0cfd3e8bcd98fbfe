#pragma once
// Who holds the key of an election that is counted by trustees (PROTOCOL.md 10): made in their ceremony, listed in the package.

#include <string>
#include <vector>

#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/crypto/threshold.hpp"

namespace isoloir::election {

constexpr std::size_t kMaxTrustees = 32;

struct Trustee {
    std::string name;  // 1 to 100 bytes
    crypto::PublicKey key{};
    crypto::Commitments polynomial;  // as many as the threshold
    bool operator==(const Trustee&) const = default;
};

struct Trustees {
    std::uint32_t threshold{1};  // so many together open what is sealed
    crypto::Digest transcript{};
    std::vector<Trustee> members;  // trustee 1 first
    bool operator==(const Trustees&) const = default;

    /// K
    crypto::Element key() const;
    /// K_j. @param trustee  1 to members.size()
    crypto::Element public_share(std::uint64_t trustee) const;
};

}  // namespace isoloir::election
