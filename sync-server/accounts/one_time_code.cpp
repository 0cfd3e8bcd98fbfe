#include "sync-server/accounts/one_time_code.hpp"

#include <array>
#include <cstdio>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace isoloir::accounts {
namespace {

constexpr std::int64_t kStepSeconds = 30;

}  // namespace

crypto::SecretBytes make_device_key(crypto::Random& random)
{
    crypto::SecretBytes key(20);
    random.fill(key.writable());
    return key;
}

std::string one_time_code(const crypto::SecretBytes& key, std::int64_t step)
{
    std::array<std::uint8_t, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i) counter[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    std::array<std::uint8_t, 20> mac{};
    unsigned size = 0;
    HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(), &size);
    // Dynamic truncation, RFC 4226 section 5.3.
    const std::size_t at = mac[19] & 0x0F;
    const std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 0x7F) << 24) | (static_cast<std::uint32_t>(mac[at + 1]) << 16) |
                                 (static_cast<std::uint32_t>(mac[at + 2]) << 8) | mac[at + 3];
    std::array<char, 8> digits{};
    std::snprintf(digits.data(), digits.size(), "%06u", number % 1'000'000);
    return digits.data();
}

std::optional<std::int64_t> step_of_code(const crypto::SecretBytes& key, std::string_view code, std::int64_t now, std::int64_t last_step)
{
    const std::int64_t step = now / kStepSeconds;
    std::optional<std::int64_t> found;
    for (const std::int64_t near : {step - 1, step, step + 1})
        if (crypto::equal_secrets(bytes_of(one_time_code(key, near)), bytes_of(code)) && near > last_step) found = near;
    return found;
}

std::string to_base32(ByteSpan bytes)
{
    constexpr std::string_view kSymbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) text += kSymbols[(held >> (bits - 5)) & 31];
    }
    if (bits > 0) text += kSymbols[(held << (5 - bits)) & 31];
    return text;
}

std::string device_uri(std::string_view account, const crypto::SecretBytes& key)
{
    return "otpauth://totp/Isoloir:" + std::string(account) + "?secret=" + to_base32(key.span()) + "&issuer=Isoloir&algorithm=SHA1&digits=6&period=30";
}

}  // namespace isoloir::accounts
