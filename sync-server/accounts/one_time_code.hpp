#pragma once
// Codes of an authenticator app: TOTP (RFC 6238) as every such app knows it: HMAC-SHA-1, six digits, thirty seconds.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/crypto/random.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::accounts {

/// 160 bits, as RFC 4226 section 4 asks.
crypto::SecretBytes make_device_key(crypto::Random& random);

/// @param step  thirty seconds each, since 1970
std::string one_time_code(const crypto::SecretBytes& key, std::int64_t step);

/// Which step a code is of, where it is good now: of this step or a neighbour (a clock may be half a minute off), and later
/// than the last one that was used.
/// @param now  seconds since 1970
std::optional<std::int64_t> step_of_code(const crypto::SecretBytes& key, std::string_view code, std::int64_t now, std::int64_t last_step);

/// For typing into an app: base32 (RFC 4648 section 6) without padding.
std::string to_base32(ByteSpan bytes);
/// For its camera: the key in the form "otpauth://totp/…" that authenticator apps share.
std::string device_uri(std::string_view account, const crypto::SecretBytes& key);

}  // namespace isoloir::accounts
