#pragma once
// One piece of work for each index, or for each share of them, on all cores.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace isoloir {

/// Cuts the indices below `count` into shares, one for each core when there is enough to do, and calls work(first, last)
/// for each, from several threads; returns when all are done.
/// @param work  safe from several threads for different shares; must not throw
/// @param worth_a_thread  so many indices that a thread more pays
template <class Work>
void for_each_share(std::size_t count, const Work& work, std::size_t worth_a_thread = 16)
{
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min(cores, count / worth_a_thread + 1);
    const auto share = [&](std::size_t part) { work(count * part / threads, count * (part + 1) / threads); };
    std::vector<std::jthread> others;
    for (std::size_t part = 1; part < threads; ++part) others.emplace_back(share, part);
    share(0);
}

/// The same with work(i) for every index.
template <class Work>
void for_each_index(std::size_t count, const Work& work)
{
    for_each_share(count, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) work(i);
    });
}

/// Told now and then how many more are done.
using Advance = std::function<void(std::uint64_t more)>;

/// for_each_share that tells how far it is.
/// @param step  so many indices at a time: what the work keeps for each is gone before the next
template <class Work>
void in_shares(std::size_t count, const Advance& advance, const Work& work, std::size_t step = 4096)
{
    for (std::size_t done = 0; done < count; done += step) {
        const std::size_t some = std::min(step, count - done);
        for_each_share(some, [&](std::size_t first, std::size_t last) { work(done + first, done + last); });
        advance(some);
    }
}

/// for_each_index that tells how far it is.
template <class Work>
void in_steps(std::size_t count, const Advance& advance, const Work& work)
{
    in_shares(count, advance, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) work(i);
    });
}

}  // namespace isoloir
