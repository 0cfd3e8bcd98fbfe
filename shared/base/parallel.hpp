#pragma once
// One piece of work for each index, or for each share of them, on all cores.

#include <algorithm>
#include <atomic>
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

/// The same where there is much to do for each index, and not alike: a core that is done takes the next one.
template <class Work>
void for_each_task(std::size_t count, const Work& work)
{
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min<std::size_t>(count, std::thread::hardware_concurrency()); ++thread) others.emplace_back(take);
    take();
}

/// Told now and then how many more are done.
using Advance = std::function<void(std::uint64_t more)>;

/// Calls work(first, last) for parts of one size of the indices below `count`, one after the other, and tells how far it is.
/// @param most  indices at a time: what the work keeps for each is gone before the next part
template <class Work>
void in_parts(std::size_t count, std::size_t most, const Advance& advance, const Work& work)
{
    const std::size_t parts = (count + most - 1) / most;
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t first = count * part / parts;
        const std::size_t last = count * (part + 1) / parts;
        work(first, last);
        advance(last - first);
    }
}

/// for_each_share that tells how far it is. @param most  as in in_parts
template <class Work>
void in_shares(std::size_t count, const Advance& advance, const Work& work, std::size_t most = 4096)
{
    in_parts(count, most, advance, [&](std::size_t begin, std::size_t end) {
        for_each_share(end - begin, [&](std::size_t first, std::size_t last) { work(begin + first, begin + last); });
    });
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
