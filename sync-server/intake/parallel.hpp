#pragma once
// One piece of work for each index, on all cores.

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace isoloir {

/// Calls work(i) for every i below `count`, from several threads when there is enough to do; returns when all are done.
/// @param work  safe from several threads for different i; must not throw
template <class Work>
void for_each_index(std::size_t count, const Work& work)
{
    constexpr std::size_t kWorthAThread = 16;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(cores, count / kWorthAThread + 1);
    const auto share = [&](std::size_t part) {
        for (std::size_t i = count * part / threads; i < count * (part + 1) / threads; ++i) work(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < threads; ++part) others.emplace_back(share, part);
    share(0);
}

}  // namespace isoloir
