#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "shared/base/bytes.hpp"
#include "shared/base/result.hpp"

namespace isoloir {

/// base64url without padding (RFC 4648 section 5), as every byte string in our JSON.
std::string to_base64url(ByteSpan bytes);
/// @error malformed  another alphabet, padding, or stray bits: one value has one text
Result<Bytes> from_base64url(std::string_view text);

/// Standard base64 with padding (RFC 4648 section 4), as signed notes use it.
std::string to_base64(ByteSpan bytes);
/// @error malformed  as from_base64url
Result<Bytes> from_base64(std::string_view text);

std::string to_hex(ByteSpan bytes);
Result<Bytes> from_hex(std::string_view text);

/// As from_base64url, for a value of exactly N bytes.
template <std::size_t N>
Result<ByteArray<N>> array_from_base64url(std::string_view text)
{
    ISO_TRY(const Bytes bytes, from_base64url(text));
    if (bytes.size() != N) return fail(Errc::malformed, "expected " + std::to_string(N) + " bytes in base64url, found " + std::to_string(bytes.size()));
    ByteArray<N> array;
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

}  // namespace isoloir
