#pragma once
// A bundle file, for a USB stick: the same JSON lines as the network carries, behind one signed header line.
//
//   bundle := header JWS "\n" line*          header payload: {"election":…,"terminal":…,"first":n,"count":n,"sha256":hash of all that follows}

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/wire/sync.hpp"

namespace isoloir::wire {

struct Bundle {
    crypto::Digest election{};
    crypto::PublicKey terminal{};
    std::uint64_t first{0};
    std::vector<BatchLine> lines;
};

std::string write_bundle(const Bundle& bundle, const crypto::Signer& terminal);
/// @error malformed, refused, forged  cut short, altered, or of another device than it says
Result<Bundle> read_bundle(std::string_view text);

}  // namespace isoloir::wire
