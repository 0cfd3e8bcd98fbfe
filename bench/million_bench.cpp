// An urn of a million ballots from the mix to what they hold. It takes minutes, so it is measured only where it is asked for:
// isoloir-bench --only million

#include "bench/million_bench.hpp"

#include <algorithm>
#include <optional>

#include "bench/an_urn.hpp"
#include "bench/beside.hpp"
#include "bench/memory.hpp"
#include "shared/base/progress.hpp"
#include "shared/proof/shuffle.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"

namespace isoloir::bench {

std::uint64_t& ballots_of_million()
{
    static std::uint64_t count = 0;
    return count;
}

namespace {

bool holds_the_same(const AnUrn& urn, std::vector<crypto::Element> opened)
{
    std::vector<crypto::Element> sealed(opened.size());
    for_each_index(sealed.size(), [&](std::size_t i) { sealed[i] = urn.choice(i).element(); });
    std::sort(opened.begin(), opened.end());
    std::sort(sealed.begin(), sealed.end());
    return opened == sealed;
}

/// As trustee and verifier do it, one step after the other. Sets a counter for each, in seconds, and "memory" in MiB.
void million(benchmark::State& state)
{
    const std::size_t count = ballots_of_million();
    const AnUrn urn(count);
    crypto::SystemRandom random;
    const auto bars = progress_bars();
    const auto timed = [&](const char* counter, const auto& work) { state.counters[counter] = seconds_of(work); };
    for (auto _ : state) {
        proof::Encodings mixed;
        {
            std::optional<proof::Shuffled> made;
            timed("mix", [&] { made = proof::shuffle(urn.place, urn.ballots, random, bars("Mixing", 2 * count)).value(); });
            bool holds = false;
            timed("check", [&] {
                holds = verify::check_mix({urn.place, urn.ballots, made->output, made->proof}, random, bars("Checking the mix", count)).has_value();
            });
            if (!holds) return state.SkipWithError("the mix does not hold");
            mixed = std::move(made->output);
        }
        proof::Opening part;
        timed("open", [&] { part = proof::open_in_part(urn.opening(), mixed, urn.secret, random, bars("Opening in part", count)).value(); });
        bool holds = false;
        timed("check_opening", [&] { holds = verify::check_opening(urn.opening(), mixed, part, bars("Checking the opening", count)).has_value(); });
        if (!holds) return state.SkipWithError("the opening does not hold");
        const verify::CheckedPart checked{1, &part.parts};
        std::vector<crypto::Element> opened;
        timed("together", [&] { opened = verify::open_together(mixed, {&checked, 1}, bars("Opening", count)).value(); });
        state.counters["memory"] = memory_of("self", "VmHWM:") / 1024 / 1024;
        if (!holds_the_same(urn, std::move(opened))) return state.SkipWithError("other ballots came out than went in");
    }
}
BENCHMARK(million)->Iterations(1)->Repetitions(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace isoloir::bench
