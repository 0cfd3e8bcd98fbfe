#pragma once
// Checkpoints as C2SP tlog-checkpoint: a signed note with origin "isoloir/<election id in hex>".
//
//   isoloir/<hex>\n<size>\n<base64 root>\n\n— isoloir/<hex> <base64(key hash, 4 bytes || Ed25519 signature)>\n

#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::log {

struct Checkpoint {
    std::uint64_t size{0};
    crypto::Digest root{};
    bool operator==(const Checkpoint&) const = default;
};

std::string sign_checkpoint(const Checkpoint& checkpoint, const crypto::Digest& election, const crypto::Signer& log);

/// @error malformed, forged
Result<Checkpoint> open_checkpoint(std::string_view note, const crypto::Digest& election, const crypto::PublicKey& log);

}  // namespace isoloir::log
