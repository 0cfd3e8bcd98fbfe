#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/clock.hpp"
#include "sync-server/accounts/one_time_code.hpp"

namespace isoloir::test {

/// What an authenticator app makes of the secret that it is shown.
class AnAuthenticatorApp {
public:
    explicit AnAuthenticatorApp(std::string_view base32)
    {
        Bytes bytes;
        std::uint32_t held = 0;
        unsigned bits = 0;
        for (const char c : base32) {
            held = (held << 5) | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.push_back(static_cast<std::uint8_t>(held >> bits));
            }
        }
        key_ = crypto::SecretBytes(bytes);
    }
    std::string code(std::chrono::sys_seconds now) const { return accounts::one_time_code(key_, now.time_since_epoch().count() / 30); }

private:
    crypto::SecretBytes key_;
};

}  // namespace isoloir::test
