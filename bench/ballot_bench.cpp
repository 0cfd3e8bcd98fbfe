#include <algorithm>
#include <filesystem>

#include "bench/beside.hpp"
#include "shared/ballot/encoding.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/ballot/record.hpp"
#include "shared/wire/jws.hpp"
#include "terminal/journal/journal.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::bench {
namespace {

election::VoterIdentifier voter(std::uint64_t number)
{
    return {election::IdentifierKind::voter_code, "BENCH" + std::to_string(number)};
}

election::Selection choice(const election::Definition& definition)
{
    return election::Selection::make(definition, {0, 2, 3}).value();
}

/// Ballots of 21 projects, as the ones that Belenios was measured with, sealed and signed by the online channel.
struct AChannel {
    static constexpr std::size_t kBlocks = 1;
    test::ACentre centre;
    election::Definition definition{test::an_election().with_projects(21).without_ceiling().build()};
    election::Selection selection{choice(definition)};
    ballot::SealingKey key{centre.package.keys.election};

    ballot::RecordContent content(std::uint64_t sequence)
    {
        ballot::RecordContent content{centre.package.id, centre.online.id(), sequence, {}, 500'000, ballot::EventBody{}};
        const ballot::Context context{content.election, {}, content.terminal, content.sequence};
        content.body = ballot::BallotBody{{}, ballot::seal(definition, selection, key, context, centre.random).ballot};
        return content;
    }
    std::string record(std::uint64_t sequence) { return ballot::sign_record(content(sequence), centre.online).jws; }
};

/// Encode, encrypt, prove and sign one ballot. What it cannot do without: candidates to be read, two products of B, one of K, which is added
/// to the choice and written, and a signature.
void seal(benchmark::State& state)
{
    constexpr std::size_t kMany = 1000;
    AChannel channel;
    const std::string record = channel.record(1);
    const auto r = crypto::Scalar::random(channel.centre.random);
    const auto bare = [&] {
        const auto blocks = ballot::encode(channel.definition, channel.selection);
        for (int product = 0; product < 2; ++product) benchmark::DoNotOptimize(crypto::base_times(r));
        benchmark::DoNotOptimize((crypto::Point(blocks[0]) + channel.key.times(r)).bytes());
        benchmark::DoNotOptimize(channel.centre.online.sign(bytes_of(record)));
    };
    measure_beside(
        state, kMany,
        [&] {
            for (std::size_t i = 0; i < kMany; ++i) benchmark::DoNotOptimize(channel.record(i));
        },
        [&] {
            for (std::size_t i = 0; i < kMany; ++i) bare();
        });
}
BENCHMARK(seal)->Iterations(1)->Unit(benchmark::kMillisecond);

/// One vote as the booth casts it: sealed, signed, chained, and durable on this machine's disk.
void commit(benchmark::State& state)
{
    test::ACentre centre;
    test::TemporaryFolder folder;
    auto journal = journal::Journal::create(folder.path(), "mot de passe de mesure", "bench", centre.random).value();
    if (!journal.provision(centre.approve(journal.device().public_key())) || !journal.open_poll(500'000)) return state.SkipWithError("no journal");
    const auto selection = choice(centre.package.definition);
    std::uint64_t number = 0;
    for (auto _ : state) journal.cast(journal.seal(voter(++number), selection, 500'000).value()).value();
}
BENCHMARK(commit)->Unit(benchmark::kMicrosecond);

std::vector<std::string> records(AChannel& channel, std::size_t count)
{
    std::vector<std::string> records;
    for (std::size_t i = 0; i < count; ++i) records.push_back(channel.record(i));
    return records;
}

/// A record without what is around its signature and its group elements, which stay where they were.
struct Stripped {
    wire::Envelope envelope;
    ballot::RecordContent content;
    const ballot::SealedBallot& ballot() const { return std::get<ballot::BallotBody>(content.body).ballot; }
};

std::vector<Stripped> stripped(AChannel& channel, const std::vector<std::string>& records)
{
    std::vector<Stripped> all;
    for (const std::string& record : records)
        all.push_back({wire::split_envelope(record, wire::Kind::record, ballot::kMaxRecordBytes).value(),
                       ballot::open_record(record, channel.centre.online.public_key()).value()});
    return all;
}

void check_signature(const AChannel& channel, const Stripped& record)
{
    if (!crypto::verify(channel.centre.online.public_key(), bytes_of(record.envelope.signing_input), record.envelope.signature)) std::abort();
}

/// Signature, shape, group elements and proof of one record. What it cannot do without: the signature, three elements read, and the
/// equation.
void verify(benchmark::State& state)
{
    constexpr std::size_t kMany = 500;
    AChannel channel;
    const auto all = records(channel, kMany);
    const auto bare = stripped(channel, all);
    const crypto::Scalar c = crypto::Scalar::random(channel.centre.random);
    bool hold = true;
    measure_beside(
        state, kMany,
        [&] {
            for (const std::string& record : all) {
                const auto opened = ballot::open_record(record, channel.centre.online.public_key()).value();
                const auto claim = ballot::claim_of(opened).value();
                hold = ballot::check_proofs(*claim.ballot, AChannel::kBlocks, channel.key.element(), claim.context) && hold;
            }
        },
        [&] {
            for (const Stripped& record : bare) {
                check_signature(channel, record);
                const auto& [c1, c2] = record.ballot().ciphertexts[0];
                const auto& [t, s] = record.ballot().proofs[0];
                for (const auto& element : {c1, c2, t}) benchmark::DoNotOptimize(crypto::Element::parse(element.bytes()));
                benchmark::DoNotOptimize(crypto::base_times(s) == t + c * c1);
            }
        });
    if (!hold) state.SkipWithError("refused");
}
BENCHMARK(verify)->Iterations(1)->Unit(benchmark::kMillisecond);

/// The same of as many as isoloir-verify gives a core at a time: signatures one by one, proofs together.
void verify_many(benchmark::State& state)
{
    constexpr std::size_t kMany = 2048;
    AChannel channel;
    const auto all = records(channel, kMany);
    const auto bare = stripped(channel, all);
    bool hold = true;
    measure_beside(
        state, kMany,
        [&] {
            std::vector<ballot::RecordContent> opened;
            std::vector<ballot::Claim> claims;
            opened.reserve(all.size());
            for (const std::string& record : all) {
                opened.push_back(ballot::open_record(record, channel.centre.online.public_key()).value());
                claims.push_back(ballot::claim_of(opened.back()).value());
            }
            const auto each = ballot::check_together(claims, AChannel::kBlocks, channel.key.element(), channel.centre.random);
            hold = std::find(each.begin(), each.end(), false) == each.end() && hold;
        },
        [&] {
            std::vector<crypto::Scalar> factors;
            std::vector<crypto::Point> points;
            for (const Stripped& record : bare) {
                check_signature(channel, record);
                const auto& [c1, c2] = record.ballot().ciphertexts[0];
                const auto& [t, s] = record.ballot().proofs[0];
                points.push_back(*crypto::Point::read(c1.bytes()));
                points.push_back(*crypto::Point::read(t.bytes()));
                benchmark::DoNotOptimize(crypto::Point::read(c2.bytes()));
                factors.push_back(s);
                factors.push_back(crypto::Scalar::of_128_bits(std::span(s.bytes()).first<16>()));
            }
            benchmark::DoNotOptimize(crypto::public_sum(factors, points));
        });
    if (!hold) state.SkipWithError("refused");
}
BENCHMARK(verify_many)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isoloir::bench
