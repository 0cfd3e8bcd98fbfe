#pragma once

#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

constexpr std::size_t kMaxPackageBytes = 16 * 1024 * 1024;

/// Signs a definition as the authority does; the result reads back equal.
/// @param keys  keys.authority must be the signer's
Package sign_package(const Definition& definition, const Keys& keys, const crypto::Signer& authority);

/// Verifies and reads a package.
/// @param authority  the key that must have signed; it must also be the one that the package names
/// @error forged, malformed (with the place), refused (a version or a rule that this program does not know)
Result<Package> open_package(std::string_view jws, const crypto::PublicKey& authority);

/// Judges a definition as a whole: envelope and costs positive, project ids unique, limits that can be met, dates in
/// order, at least one way to identify a voter. Every import ends with it.
/// @error malformed with the place
Status check_definition(const Definition& definition);

}  // namespace isoloir::election
