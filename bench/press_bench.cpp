// From a finger on the list of 150 projects to the drawn answer: input, booth, screen, layout, what changed, pixels, window.

#include <algorithm>
#include <functional>
#include <numeric>

#include <benchmark/benchmark.h>

#include "bench/a_booth.hpp"

namespace isoloir::bench {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// Median and 99th percentile of all answers, each the slower of finger down and finger up.
void report(benchmark::State& state, std::vector<double> answers)
{
    std::sort(answers.begin(), answers.end());
    state.counters["median"] = answers[answers.size() / 2];
    state.counters["p99"] = answers[answers.size() * 99 / 100];
}

double timed(const std::function<void()>& act)
{
    const auto begin = std::chrono::steady_clock::now();
    act();
    return Milliseconds(std::chrono::steady_clock::now() - begin).count();
}

/// One finger: both moments draw.
double answer_to(ABooth& booth, const std::string& id)
{
    const double down = timed([&] { booth.down(id); });
    return std::max(down, timed([&] { booth.up(id); }));
}

/// A project is chosen on its card, and taken back.
void press(benchmark::State& state)
{
    ABooth booth;
    booth.enter();
    const auto cards = booth.ids("toggle.");
    std::vector<double> answers;
    for (auto _ : state)
        for (int i = 0; i < 100; ++i) answers.push_back(answer_to(booth, cards[static_cast<std::size_t>(i) / 2 % cards.size()]));
    report(state, std::move(answers));
}
BENCHMARK(press)->Unit(benchmark::kMillisecond)->Iterations(3);

/// The whole screen changes: a project is opened and left, comfort is laid over and lifted.
void open(benchmark::State& state)
{
    ABooth booth;
    booth.enter();
    const auto cards = booth.ids("look.");
    std::vector<double> answers;
    for (auto _ : state)
        for (int i = 0; i < 20; ++i) {
            answers.push_back(answer_to(booth, cards[static_cast<std::size_t>(i) % cards.size()]));
            answers.push_back(answer_to(booth, "back"));
            answers.push_back(answer_to(booth, "comfort"));
            answers.push_back(answer_to(booth, "back"));
        }
    report(state, std::move(answers));
}
BENCHMARK(open)->Unit(benchmark::kMillisecond)->Iterations(2);

/// Every page of the list once, its pictures not seen before.
void turn(benchmark::State& state)
{
    std::vector<double> answers;
    for (auto _ : state) {
        ABooth booth;
        booth.enter();
        for (std::size_t page = 1; booth.shows("page." + std::to_string(page)); ++page) {
            const std::string id = "page." + std::to_string(page);
            if (booth.ids("toggle.").empty()) break;
            answers.push_back(answer_to(booth, id));
        }
    }
    report(state, std::move(answers));
}
BENCHMARK(turn)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace isoloir::bench
