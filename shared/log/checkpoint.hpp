#pragma once
// Checkpoints as C2SP tlog-checkpoint: a signed note whose origin is the log's name, "isoloir/<election id in hex>".
//
//   <origin>\n<size>\n<base64 root>\n\n— <origin> <base64(key hash, 4 bytes || Ed25519 signature)>\n
//
// A centre that was restored from a backup lacks leaves that it signed. It never signs another log under the same name: it
// goes on under a new one, "isoloir/<hex>/<epoch>".

#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::log {

struct Checkpoint {
    std::uint64_t size{0};
    crypto::Digest root{};
    std::int64_t epoch{0};  // 0, or seconds since 1970 when the centre was restored from a backup
    bool operator==(const Checkpoint&) const = default;
};

inline constexpr std::size_t kMaxCheckpointBytes = 4096;  // with all signatures of witnesses

std::string sign_checkpoint(const Checkpoint& checkpoint, const crypto::Digest& election, const crypto::Signer& log);

/// @error malformed, forged
Result<Checkpoint> open_checkpoint(std::string_view note, const crypto::Digest& election, const crypto::PublicKey& log);

}  // namespace isoloir::log
