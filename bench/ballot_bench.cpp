#include <algorithm>
#include <chrono>
#include <filesystem>

#include <benchmark/benchmark.h>

#include "shared/ballot/encoding.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/ballot/record.hpp"
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

/// Encode, encrypt, prove and sign one ballot.
void seal(benchmark::State& state)
{
    test::ACentre centre;
    const auto& definition = centre.package.definition;
    const auto selection = choice(definition);
    for (auto _ : state) {
        ballot::RecordContent content{centre.package.id, centre.online.id(), 1, {}, 500'000, ballot::EventBody{}};
        const ballot::Context context{content.election, {}, content.terminal, content.sequence};
        content.body = ballot::BallotBody{{}, ballot::seal(definition, selection, centre.package.keys.election, context, centre.random).ballot};
        benchmark::DoNotOptimize(ballot::sign_record(content, centre.online));
    }
}
BENCHMARK(seal)->Unit(benchmark::kMicrosecond);

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

/// Signature, shape, group elements and proof of one record.
void verify(benchmark::State& state)
{
    test::ACentre centre;
    const auto& definition = centre.package.definition;
    ballot::RecordContent content{centre.package.id, centre.online.id(), 1, {}, 500'000, ballot::EventBody{}};
    const ballot::Context context{content.election, {}, content.terminal, content.sequence};
    content.body = ballot::BallotBody{{}, ballot::seal(definition, choice(definition), centre.package.keys.election, context, centre.random).ballot};
    const auto record = ballot::sign_record(content, centre.online);
    for (auto _ : state) {
        const auto opened = ballot::open_record(record.jws, centre.online.public_key()).value();
        const auto& body = std::get<ballot::BallotBody>(opened.body);
        if (!ballot::check_proofs(body.ballot, ballot::block_count(definition), centre.package.keys.election, context)) return state.SkipWithError("refused");
    }
}
BENCHMARK(verify)->Unit(benchmark::kMicrosecond);

/// The same of many, on one core: signatures one by one, proofs together. Sets the counter "record", in ms.
void verify_many(benchmark::State& state)
{
    constexpr std::uint64_t kRecords = 500;
    test::ACentre centre;
    const auto& definition = centre.package.definition;
    std::vector<std::string> records;
    for (std::uint64_t seq = 0; seq < kRecords; ++seq) {
        ballot::RecordContent content{centre.package.id, centre.online.id(), seq, {}, 500'000, ballot::EventBody{}};
        const ballot::Context context{content.election, {}, content.terminal, content.sequence};
        content.body = ballot::BallotBody{{}, ballot::seal(definition, choice(definition), centre.package.keys.election, context, centre.random).ballot};
        records.push_back(ballot::sign_record(content, centre.online).jws);
    }
    std::chrono::duration<double, std::milli> took{};
    for (auto _ : state) {
        const auto begun = std::chrono::steady_clock::now();
        std::vector<ballot::RecordContent> opened;
        std::vector<ballot::Claim> claims;
        opened.reserve(records.size());
        for (const std::string& record : records) {
            opened.push_back(ballot::open_record(record, centre.online.public_key()).value());
            const auto& content = opened.back();
            const auto& body = std::get<ballot::BallotBody>(content.body);
            claims.push_back({&body.ballot, {content.election, body.voter, content.terminal, content.sequence}});
        }
        const auto hold = ballot::check_together(claims, ballot::block_count(definition), centre.package.keys.election, centre.random);
        if (std::find(hold.begin(), hold.end(), false) != hold.end()) return state.SkipWithError("refused");
        took += std::chrono::steady_clock::now() - begun;
    }
    state.counters["record"] = took.count() / static_cast<double>(state.iterations() * kRecords);
}
BENCHMARK(verify_many);

}  // namespace
}  // namespace isoloir::bench
