#include "bench/intake_bench.hpp"

#include <thread>

#include "bench/a_full_centre.hpp"
#include "bench/bare.hpp"
#include "bench/beside.hpp"

namespace isoloir::bench {

std::uint64_t& ballots_before()
{
    static std::uint64_t count = 0;
    return count;
}

namespace {

constexpr std::size_t kTerminals = 4;
constexpr std::size_t kBallotsEach = 2'500;

/// From the bytes of a request to the signed receipt, each batch durable in the log; every terminal waits for the answer to
/// a batch before it sends the next.
void send_all(test::AServerFolder& folder, const ACrowd& crowd)
{
    std::vector<std::jthread> sending;
    for (std::size_t i = 0; i < crowd.terminals.size(); ++i)
        sending.emplace_back([&, i] {
            for (const std::string& batch : crowd.batches[i])
                if (!folder.centre->accept(crowd.terminals[i].id(), batch)) std::abort();
        });
}

/// The same ballots three times within seconds, since machines drift: bare checks, bare checks beside bare inserts, and the
/// whole way.
void intake(benchmark::State& state)
{
    for (auto _ : state) {
        test::AServerFolder folder;
        const ACrowd crowd(folder, kTerminals, kBallotsEach, 0);
        const Bare bare(crowd, folder.package());
        const auto ballots = static_cast<double>(crowd.ballots());
        const double checks = ballots / seconds_of([&] { bare.check(); });
        const double beside = ballots / seconds_of([&] { bare.check_and_insert(); });
        const double rate = ballots / seconds_of([&] { send_all(folder, crowd); });
        if (folder.report().accepted != crowd.ballots()) return state.SkipWithError("not every ballot was accepted");
        state.counters["ballots"] = rate;
        state.counters["checks"] = checks;
        state.counters["beside"] = beside;
        state.counters["of_beside"] = 100 * rate / beside;
    }
}
BENCHMARK(intake)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Late in a long vote; each run adds to the log.
void intake_full(benchmark::State& state)
{
    static test::AServerFolder folder;
    static std::uint64_t voters = 0;
    if (voters == 0) fill(folder, ballots_before());
    for (auto _ : state) {
        const auto before = folder.report().accepted;
        const ACrowd crowd(folder, kTerminals, kBallotsEach, voters);
        voters += crowd.ballots();
        state.counters["ballots"] = static_cast<double>(crowd.ballots()) / seconds_of([&] { send_all(folder, crowd); });
        if (folder.report().accepted != before + crowd.ballots()) return state.SkipWithError("not every ballot was accepted");
    }
}
BENCHMARK(intake_full)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isoloir::bench
