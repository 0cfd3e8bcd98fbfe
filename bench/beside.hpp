#pragma once
// Work beside what it cannot do without: the same group operations, signatures and hashes stripped of everything else.

#include <chrono>

#include <benchmark/benchmark.h>

namespace isoloir::bench {

template <class Work>
double seconds_of(const Work& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// Runs both in turn, so that they see the same machine, and sets the counters "one" and "bare": milliseconds of one of `count` pieces.
template <class Work, class Bare>
void measure_beside(benchmark::State& state, std::size_t count, const Work& work, const Bare& bare)
{
    double worked = 0;
    double stripped = 0;
    for (auto _ : state) {
        worked += seconds_of(work);
        stripped += seconds_of(bare);
    }
    const double pieces = static_cast<double>(state.iterations()) * static_cast<double>(count);
    state.counters["one"] = 1000 * worked / pieces;
    state.counters["bare"] = 1000 * stripped / pieces;
}

}  // namespace isoloir::bench
