#include "shared/crypto/fixed_base.hpp"

namespace isoloir::crypto {

FixedBase::FixedBase() : FixedBase(Point(base_times(Scalar::of(1)))) {}

FixedBase::FixedBase(const Point& point)
{
    tables_.reserve(kDigits);
    Point of_place = point;
    for (std::size_t place = 0; place < kDigits; ++place) {
        tables_.emplace_back(of_place);
        for (int bit = 0; bit < 4; ++bit) of_place.double_it();
    }
}

Point FixedBase::times(const Scalar& factor) const
{
    Point product;
    Point multiple;
    for (std::size_t place = 0; place < kDigits; ++place) {
        tables_[place].pick(digit(factor.bytes(), place), multiple);
        product += multiple;
    }
    multiple.wipe();
    return product;
}

}  // namespace isoloir::crypto
