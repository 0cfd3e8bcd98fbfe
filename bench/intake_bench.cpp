#include <benchmark/benchmark.h>

#include "sync-server/intake/check.hpp"
#include "tests/support/a_server_folder.hpp"

namespace isoloir::bench {
namespace {

constexpr std::size_t kBallots = 2000;
constexpr std::size_t kBatch = 100;

/// One terminal's chain of votes, sealed before the clock starts; each run has voters of its own.
test::ATerminal a_full_terminal(test::AServerFolder& folder)
{
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < kBallots; ++voter) terminal.vote(folder.package(), test::a_voter(voter), {0});
    return terminal;
}

/// Signature, group elements and proof alone, on all cores: what intake cannot be faster than.
void bare(benchmark::State& state)
{
    test::AServerFolder folder;
    const auto terminal = a_full_terminal(folder);
    for (auto _ : state) benchmark::DoNotOptimize(intake::check_records(terminal.lines(), terminal.device().public_key(), folder.package()));
    state.counters["ballots"] = benchmark::Counter(static_cast<double>(kBallots * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(bare)->UseRealTime()->Unit(benchmark::kMillisecond);

/// From the bytes of a request to the signed receipt, each batch durable in the log.
void intake_durable(benchmark::State& state)
{
    for (auto _ : state) {
        state.PauseTiming();
        test::AServerFolder folder;
        const auto terminal = a_full_terminal(folder);
        std::vector<std::string> batches;
        for (std::size_t first = 0; first < terminal.lines().size(); first += kBatch) {
            const auto& lines = terminal.lines();
            const auto last = std::min(first + kBatch, lines.size());
            batches.push_back(wire::write_batch({lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(last)}));
        }
        state.ResumeTiming();
        for (const std::string& batch : batches)
            if (!folder.centre->accept(terminal.id(), batch)) return state.SkipWithError("refused");
    }
    state.counters["ballots"] = benchmark::Counter(static_cast<double>(kBallots * state.iterations()), benchmark::Counter::kIsRate);
}
BENCHMARK(intake_durable)->Name("intake")->UseRealTime()->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isoloir::bench
