#pragma once

#include <optional>
#include <string_view>

#include "shared/election/package.hpp"

namespace isoloir::verify {

/// Opens a package for somebody who was given no key to hold it against, or one.
/// @param authority  the key that must have signed the package; without it, the one that the package itself names
/// @error malformed  no package at all;  forged, refused
Result<election::Package> open_package_of(std::string_view jws, const std::optional<crypto::PublicKey>& authority);

}  // namespace isoloir::verify
