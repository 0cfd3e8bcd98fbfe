#include "sync-server/counting/apart.hpp"

namespace isoloir::counting {

bool may_count_apart(std::span<const Part> parts, std::uint64_t least)
{
    std::uint64_t fewest = 0;
    for (const Part& part : parts) fewest += std::min(part.in_halls, part.online);
    return fewest == 0 || fewest >= fewest_alone(least);
}

}  // namespace isoloir::counting
