#include "shared/crypto/secret_scalars.hpp"

#include <algorithm>

#include <sodium.h>

#include "shared/base/parallel.hpp"

namespace isoloir::crypto {

SecretScalars::SecretScalars(std::size_t count) : bytes_(32 * count)
{
    std::fill_n(bytes_.data(), bytes_.size(), std::uint8_t{0});
}

SecretScalars SecretScalars::random(std::size_t count, Random& random)
{
    constexpr std::size_t kTogether = 16'384;
    SecretScalars scalars(count);
    SecretBytes wide(64 * std::min(count, kTogether));
    for (std::size_t done = 0; done < count; done += kTogether) {
        const std::size_t some = std::min(kTogether, count - done);
        random.fill(wide.writable().first(64 * some));
        for_each_index(some, [&](std::size_t i) { crypto_core_ristretto255_scalar_reduce(scalars.bytes_.data() + 32 * (done + i), wide.data() + 64 * i); });
    }
    return scalars;
}

SecretScalars SecretScalars::of(std::span<const Scalar> scalars)
{
    SecretScalars kept(scalars.size());
    for (std::size_t i = 0; i < scalars.size(); ++i) kept.set(i, scalars[i]);
    return kept;
}

std::vector<Scalar> SecretScalars::all() const
{
    std::vector<Scalar> scalars;
    for (std::size_t i = 0; i < size(); ++i) scalars.push_back((*this)[i]);
    return scalars;
}

Scalar SecretScalars::operator[](std::size_t i) const
{
    Scalar scalar;
    std::copy_n(bytes_.data() + 32 * i, 32, scalar.bytes_.begin());
    return scalar;
}

void SecretScalars::set(std::size_t i, const Scalar& scalar)
{
    std::copy(scalar.bytes().begin(), scalar.bytes().end(), bytes_.data() + 32 * i);
}

}  // namespace isoloir::crypto
