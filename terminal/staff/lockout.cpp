#include "terminal/staff/lockout.hpp"

#include <algorithm>

namespace isoloir::staff {

Milliseconds wait_after(unsigned failures)
{
    if (failures <= kFreeFailures) return Milliseconds{0};
    const unsigned doublings = std::min(failures - kFreeFailures - 1, 16U);
    return std::min(kFirstWait * (std::int64_t{1} << doublings), kLongestWait);
}

}  // namespace isoloir::staff
