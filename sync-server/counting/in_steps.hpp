#pragma once

#include "sync-server/counting/urn.hpp"
#include "sync-server/intake/parallel.hpp"

namespace isoloir::counting {

/// for_each_index that tells how far it is.
template <class Work>
void in_steps(std::size_t count, const Advance& advance, const Work& work)
{
    constexpr std::size_t kStep = 2048;
    for (std::size_t done = 0; done < count; done += kStep) {
        const std::size_t step = std::min(kStep, count - done);
        for_each_index(step, [&](std::size_t i) { work(done + i); });
        advance(step);
    }
}

}  // namespace isoloir::counting
