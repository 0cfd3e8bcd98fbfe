#pragma once
// A password or PIN kept so that whoever reads the disk must try each one (Argon2id, RFC 9106). Six digits fall to a
// patient thief all the same: what keeps them is the disk's encryption, and the wait after wrong ones.

#include <string>
#include <string_view>

namespace isoloir::crypto {

/// libsodium's crypto_pwhash_str with its interactive limits: 64 MiB, a tenth of a second.
std::string hash_password(std::string_view password);
bool password_matches(const std::string& hash, std::string_view password);

}  // namespace isoloir::crypto
