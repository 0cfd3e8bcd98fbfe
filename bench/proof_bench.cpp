// Mixes and openings, by the ballot, beside what their group operations alone cost.

#include "bench/an_urn.hpp"
#include "bench/beside.hpp"
#include "shared/proof/generators.hpp"
#include "shared/proof/shuffle.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"

namespace isoloir::bench {
namespace {

using crypto::Point;
using crypto::Scalar;

constexpr std::size_t kBallots = 20'000;

void nobody_waits(std::uint64_t) {}

const AnUrn& the_urn()
{
    static const AnUrn urn(kBallots);
    return urn;
}

/// Public factors, of full length and of half: as good as random.
Scalar factor(const AnUrn& urn, std::size_t i)
{
    ByteArray<64> bytes;
    std::copy(urn.ballots[i].begin(), urn.ballots[i].end(), bytes.begin());
    std::copy(urn.ballots[i + 1].begin(), urn.ballots[i + 1].end(), bytes.begin() + 32);
    return Scalar::reduce(bytes);
}
Scalar half_factor(const AnUrn& urn, std::size_t i)
{
    return Scalar::of_128_bits(std::span(urn.ballots[i]).first<16>());
}

/// What a mix cannot do without: of each ballot two points read and five written, seven products of fixed bases, three of others,
/// a generator.
void bare_mix(const AnUrn& urn)
{
    for_each_share(kBallots, [&](std::size_t first, std::size_t last) {
        const proof::Generators generators({});
        Bytes factors;
        std::vector<Point> points;
        for (std::size_t i = first; i < last; ++i) {
            const Scalar r = factor(urn, 2 * i);
            for (std::size_t half = 0; half < 2; ++half) points.push_back(*Point::read(urn.ballots[2 * i + half]));
            points.push_back(generators[i]);
            for (int product = 0; product < 3; ++product) factors.insert(factors.end(), r.bytes().begin(), r.bytes().end());
            for (int product = 0; product < 7; ++product) benchmark::DoNotOptimize(urn.base.times(r));
            for (int written = 0; written < 5; ++written) benchmark::DoNotOptimize(points.back().bytes());
        }
        benchmark::DoNotOptimize(crypto::secret_sum(factors, points));
    });
}

/// What its check cannot do without: of each ballot seven points read, a generator, four products with factors of full length and
/// four of half.
void bare_check(const AnUrn& urn)
{
    for_each_share(kBallots, [&](std::size_t first, std::size_t last) {
        const proof::Generators generators({});
        std::vector<Scalar> factors;
        std::vector<Scalar> halves;
        std::vector<Point> points;
        std::vector<Point> others;
        for (std::size_t i = first; i < last; ++i) {
            points.push_back(generators[i]);
            for (std::size_t read = 0; read < 3; ++read) points.push_back(*Point::read(urn.ballots[2 * i + read % 2]));
            for (std::size_t read = 0; read < 4; ++read) others.push_back(*Point::read(urn.ballots[2 * i + read % 2]));
            factors.insert(factors.end(), 4, factor(urn, 2 * i));
            halves.insert(halves.end(), 4, half_factor(urn, 2 * i));
        }
        benchmark::DoNotOptimize(crypto::public_sum(factors, points));
        benchmark::DoNotOptimize(crypto::public_sum(halves, others));
    });
}

/// What openings are weighed with: points read, and products with factors of half the length.
/// @param each  encodings of each ciphertext
void bare_weighing(const AnUrn& urn, std::size_t each)
{
    for_each_share(kBallots * each, [&](std::size_t first, std::size_t last) {
        std::vector<Scalar> halves;
        std::vector<Point> points;
        for (std::size_t i = first; i < last; ++i) {
            halves.push_back(half_factor(urn, i));
            points.push_back(*Point::read(urn.ballots[i]));
        }
        benchmark::DoNotOptimize(crypto::public_sum(halves, points));
    });
}

void mix(benchmark::State& state)
{
    const AnUrn& urn = the_urn();
    crypto::SystemRandom random;
    const auto work = [&] { benchmark::DoNotOptimize(proof::shuffle(urn.place, urn.ballots, random, nobody_waits)); };
    measure_beside(state, kBallots, work, [&] { bare_mix(urn); });
}
BENCHMARK(mix)->Name("mix/prove")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void check_mix(benchmark::State& state)
{
    const AnUrn& urn = the_urn();
    crypto::SystemRandom random;
    const auto mixed = proof::shuffle(urn.place, urn.ballots, random, nobody_waits).value();
    bool holds = true;
    const auto work = [&] { holds = verify::check_mix({urn.place, urn.ballots, mixed.output, mixed.proof}, random, nobody_waits) && holds; };
    measure_beside(state, kBallots, work, [&] { bare_check(urn); });
    if (!holds) state.SkipWithError("the mix does not hold");
}
BENCHMARK(check_mix)->Name("mix/check")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void open(benchmark::State& state)
{
    const AnUrn& urn = the_urn();
    crypto::SystemRandom random;
    const auto work = [&] { benchmark::DoNotOptimize(proof::open_in_part(urn.opening(), urn.ballots, urn.secret, random, nobody_waits)); };
    const auto bare = [&] {
        for_each_index(kBallots, [&](std::size_t i) { benchmark::DoNotOptimize(crypto::times(urn.secret, urn.ballots[2 * i])); });
        bare_weighing(urn, 1);
    };
    measure_beside(state, kBallots, work, bare);
}
BENCHMARK(open)->Name("opening/prove")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

void check_opening(benchmark::State& state)
{
    const AnUrn& urn = the_urn();
    crypto::SystemRandom random;
    const auto opening = proof::open_in_part(urn.opening(), urn.ballots, urn.secret, random, nobody_waits).value();
    bool holds = true;
    const auto work = [&] { holds = verify::check_opening(urn.opening(), urn.ballots, opening, nobody_waits) && holds; };
    measure_beside(state, kBallots, work, [&] { bare_weighing(urn, 2); });
    if (!holds) state.SkipWithError("the opening does not hold");
}
BENCHMARK(check_opening)->Name("opening/check")->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
}  // namespace isoloir::bench
