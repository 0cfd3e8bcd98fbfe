#pragma once

#include <string_view>

#include <sodium.h>

#include "shared/base/bytes.hpp"
#include "shared/crypto/group.hpp"

namespace isoloir::crypto {

/// H(label; x1, x2, …) of PROTOCOL.md 4: SHA-512 over "isoloir/v1/" || label and each item, every item preceded by its
/// length as 8 bytes little-endian.
class Transcript {
public:
    explicit Transcript(std::string_view label);
    Transcript& add(ByteSpan item);
    Transcript& add(const Element& element) { return add(element.bytes()); }
    Transcript& add(const Scalar& scalar) { return add(scalar.bytes()); }
    Transcript& add_number(std::uint64_t number);  // 8 bytes little-endian

    /// The digest of what has been added so far; more may follow.
    ByteArray<64> digest() const;
    Scalar scalar() const { return Scalar::reduce(digest()); }

private:
    crypto_hash_sha512_state state_;
};

}  // namespace isoloir::crypto
