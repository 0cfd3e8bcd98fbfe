#include "shared/base/encoding.hpp"

#include <algorithm>

#include <sodium.h>

namespace isoloir {
namespace {

std::string to_text(ByteSpan bytes, int variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.resize(text.size() - 1);  // the terminating zero
    return text;
}

Result<Bytes> from_text(std::string_view text, int variant, const char* complaint)
{
    // libsodium 1.0.18 takes every byte above 0x7f for the alphabet's last sign: a signed envelope would have a second form.
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; });
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t size = 0;
    const char* end = nullptr;
    const int status = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end, variant);
    if (!ascii || status != 0 || end != text.data() + text.size()) return fail(Errc::malformed, complaint);
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string to_base64url(ByteSpan bytes)
{
    return to_text(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string to_base64(ByteSpan bytes)
{
    return to_text(bytes, sodium_base64_VARIANT_ORIGINAL);
}

Result<Bytes> from_base64url(std::string_view text)
{
    return from_text(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING, "not base64url without padding");
}

Result<Bytes> from_base64(std::string_view text)
{
    return from_text(text, sodium_base64_VARIANT_ORIGINAL, "not base64");
}

std::string to_hex(ByteSpan bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.resize(bytes.size() * 2);
    return text;
}

Result<Bytes> from_hex(std::string_view text)
{
    if (text.empty()) return Bytes{};
    Bytes bytes(text.size() / 2);
    std::size_t size = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 || sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end) != 0 ||
        end != text.data() + text.size())
        return fail(Errc::malformed, "not hexadecimal");
    return bytes;
}

}  // namespace isoloir
