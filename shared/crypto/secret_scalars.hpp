#pragma once
// Many secret scalars in one piece of guarded memory: a page of it for each alone would be too much.

#include <span>
#include <vector>

#include "shared/crypto/group.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::crypto {

class SecretScalars {
public:
    /// All zero. @param count  32 bytes each
    explicit SecretScalars(std::size_t count);
    static SecretScalars random(std::size_t count, Random& random);
    static SecretScalars of(std::span<const Scalar> scalars);

    std::size_t size() const { return bytes_.size() / 32; }
    Scalar operator[](std::size_t i) const;
    void set(std::size_t i, const Scalar& scalar);
    /// Copies, which are wiped when they go.
    std::vector<Scalar> all() const;
    /// The bytes of `count` of them from `first` on, for secret_sum.
    ByteSpan span(std::size_t first, std::size_t count) const { return bytes_.span().subspan(32 * first, 32 * count); }

private:
    SecretBytes bytes_;
};

}  // namespace isoloir::crypto
