#pragma once

#include <vector>

#include "shared/base/bytes.hpp"

namespace isoloir::proof {

/// Elements or scalars one after the other, 32 bytes each, as they travel. Nobody has looked yet whether they are valid.
using Encodings = std::vector<ByteArray<32>>;

/// The same as one string of bytes: how files hold it, and how a transcript takes it.
inline ByteSpan flat(const Encodings& encodings)
{
    return {encodings.empty() ? nullptr : encodings.front().data(), 32 * encodings.size()};
}

}  // namespace isoloir::proof
