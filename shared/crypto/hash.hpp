#pragma once

#include <initializer_list>

#include "shared/base/bytes.hpp"

namespace isoloir::crypto {

using Digest = ByteArray<32>;

Digest sha256(ByteSpan bytes);
Digest sha256(std::initializer_list<ByteSpan> parts);

/// BLAKE2b with 32 bytes of output over the parts one after the other, optionally keyed (RFC 7693).
Digest blake2b(std::initializer_list<ByteSpan> parts, ByteSpan key = {});

}  // namespace isoloir::crypto
