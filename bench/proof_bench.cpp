// Mixes and openings, by the ballot, beside what their group operations alone cost.

#include <chrono>

#include <benchmark/benchmark.h>

#include "shared/base/parallel.hpp"
#include "shared/crypto/fixed_base.hpp"
#include "shared/proof/generators.hpp"
#include "shared/proof/opening.hpp"
#include "shared/proof/shuffle.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"

namespace isoloir::bench {
namespace {

using crypto::Point;
using crypto::Scalar;

constexpr std::size_t kBallots = 20'000;

void nobody_waits(std::uint64_t) {}

/// An urn of made-up ballots under a key of one trustee.
struct AnUrn {
    crypto::SystemRandom random;
    Scalar secret{Scalar::random(random)};
    proof::MixPlace place{{}, 0, 1, crypto::base_times(secret), 1};
    proof::Encodings ballots{proof::Encodings(2 * kBallots)};

    AnUrn()
    {
        const crypto::FixedBase base;
        const crypto::FixedBase key{Point(place.key)};
        for (std::size_t i = 0; i < kBallots; ++i) {
            const Scalar r = Scalar::random(random);
            ballots[2 * i] = base.times(r).bytes();
            ballots[2 * i + 1] = (key.times(r) + base.times(Scalar::of(i))).bytes();
        }
    }
    static const AnUrn& shared()
    {
        static const AnUrn urn;
        return urn;
    }
};

/// Milliseconds a ballot on all cores, of one run of `work`.
template <class Work>
double by_ballot(const Work& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count() / kBallots;
}

/// Sets the counters "ballot", in ms, and "ratio" to the bare operations.
template <class Work, class Bare>
void measure_by_ballot(benchmark::State& state, const Work& work, const Bare& bare)
{
    double worked = 0;
    double limit = 0;
    for (auto _ : state) {
        worked += by_ballot(work);
        state.PauseTiming();
        limit += by_ballot(bare);
        state.ResumeTiming();
    }
    state.counters["ballot"] = worked / static_cast<double>(state.iterations());
    state.counters["ratio"] = worked / limit;
}

/// What a mix cannot do without: of each ballot two points read and seven written, eight products of fixed bases, three of others,
/// a generator.
void bare_mix(const AnUrn& urn)
{
    const crypto::FixedBase base;
    for_each_share(kBallots, [&](std::size_t first, std::size_t last) {
        const proof::Generators generators({});
        Bytes factors;
        std::vector<Point> points;
        for (std::size_t i = first; i < last; ++i) {
            const Scalar factor = Scalar::of(i + 1);
            for (std::size_t half = 0; half < 2; ++half) {
                points.push_back(*Point::read(urn.ballots[2 * i + half]));
                factors.insert(factors.end(), factor.bytes().begin(), factor.bytes().end());
            }
            points.push_back(generators[i]);
            factors.insert(factors.end(), factor.bytes().begin(), factor.bytes().end());
            for (int product = 0; product < 8; ++product) benchmark::DoNotOptimize(base.times(factor));
            for (int written = 0; written < 5; ++written) benchmark::DoNotOptimize(points.back().bytes());
        }
        benchmark::DoNotOptimize(crypto::secret_sum(factors, points));
    });
}

/// What its check cannot do without: of each ballot seven points read, a generator, and eight products.
void bare_check(const AnUrn& urn)
{
    for_each_share(kBallots, [&](std::size_t first, std::size_t last) {
        const proof::Generators generators({});
        const Scalar factor = Scalar::of(7).inverse();
        std::vector<Scalar> factors;
        std::vector<Point> points;
        for (std::size_t i = first; i < last; ++i) {
            for (int read = 0; read < 7; ++read) points.push_back(*Point::read(urn.ballots[2 * i + read % 2]));
            points.push_back(generators[i]);
            for (int product = 0; product < 8; ++product) factors.push_back(factor + Scalar::of(i));
        }
        benchmark::DoNotOptimize(crypto::public_sum(factors, points));
    });
}

void mix(benchmark::State& state)
{
    const AnUrn& urn = AnUrn::shared();
    crypto::SystemRandom random;
    measure_by_ballot(
        state, [&] { benchmark::DoNotOptimize(proof::shuffle(urn.place, urn.ballots, random, nobody_waits)); }, [&] { bare_mix(urn); });
}
BENCHMARK(mix)->Name("mix/prove")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void check_mix(benchmark::State& state)
{
    const AnUrn& urn = AnUrn::shared();
    crypto::SystemRandom random;
    const auto mixed = proof::shuffle(urn.place, urn.ballots, random, nobody_waits).value();
    bool holds = true;
    measure_by_ballot(
        state,
        [&] {
            holds = verify::check_mix({urn.place, urn.ballots, mixed.output, mixed.proof}, random, nobody_waits) && holds;
        },
        [&] { bare_check(urn); });
    if (!holds) state.SkipWithError("the mix does not hold");
}
BENCHMARK(check_mix)->Name("mix/check")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void open(benchmark::State& state)
{
    const AnUrn& urn = AnUrn::shared();
    crypto::SystemRandom random;
    const proof::OpeningPlace place{{}, 0, 1, urn.place.key};
    const auto bare = [&] {
        for_each_index(kBallots, [&](std::size_t i) { benchmark::DoNotOptimize(urn.secret * crypto::Element::parse(urn.ballots[2 * i]).value()); });
    };
    measure_by_ballot(
        state, [&] { benchmark::DoNotOptimize(proof::open_in_part(place, urn.ballots, urn.secret, random, nobody_waits)); }, bare);
}
BENCHMARK(open)->Name("opening/prove")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void check_opening(benchmark::State& state)
{
    const AnUrn& urn = AnUrn::shared();
    crypto::SystemRandom random;
    const proof::OpeningPlace place{{}, 0, 1, urn.place.key};
    const auto opening = proof::open_in_part(place, urn.ballots, urn.secret, random, nobody_waits).value();
    bool holds = true;
    const auto bare = [&] { for_each_index(2 * kBallots, [&](std::size_t i) { benchmark::DoNotOptimize(Point::read(urn.ballots[i])); }); };
    measure_by_ballot(
        state, [&] { holds = verify::check_opening(place, urn.ballots, opening, nobody_waits) && holds; }, bare);
    if (!holds) state.SkipWithError("the opening does not hold");
}
BENCHMARK(check_opening)->Name("opening/check")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace isoloir::bench
