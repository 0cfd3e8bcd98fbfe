#include "shared/crypto/multiples.hpp"

#include <cstring>

namespace isoloir::crypto {
namespace {

/// All ones where a == b, else zero.
std::uint64_t equal(std::uint64_t a, std::uint64_t b)
{
    return std::uint64_t{0} - ((((a ^ b) - 1) >> 63) & 1U);
}

}  // namespace

Multiples::Multiples(const Point& point)
{
    Point multiple;
    for (Packed& packed : packed_) {
        const gf_25519_s* const coordinates[] = {multiple.value_->x, multiple.value_->y, multiple.value_->z, multiple.value_->t};
        for (std::size_t i = 0; i < 4; ++i) std::memcpy(&packed[i * kWords], coordinates[i]->limb, sizeof coordinates[i]->limb);
        multiple += point;
    }
}

void Multiples::pick(std::uint8_t digit, Point& into) const
{
    Packed picked{};
    for (std::size_t i = 0; i < packed_.size(); ++i) {
        const std::uint64_t wanted = equal(digit, i);
        for (std::size_t word = 0; word < picked.size(); ++word) picked[word] |= packed_[i][word] & wanted;
    }
    gf_25519_s* const coordinates[] = {into.value_->x, into.value_->y, into.value_->z, into.value_->t};
    for (std::size_t i = 0; i < 4; ++i) std::memcpy(coordinates[i]->limb, &picked[i * kWords], sizeof coordinates[i]->limb);
}

}  // namespace isoloir::crypto
