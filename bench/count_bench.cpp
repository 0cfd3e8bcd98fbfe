// The counting rules: on a real vote (Warszawa-Ursynów 2019: 7 683 votes, 58 projects) and on one of a large city's size (Łódź 2022:
// 90 494 votes, 160 projects, up to 5 for each voter), made up unless ISOLOIR_BENCH_PABULIB names a Pabulib file.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include <benchmark/benchmark.h>

#include "shared/base/file.hpp"
#include "shared/count/rule.hpp"
#include "shared/election/pabulib.hpp"

namespace isoloir::bench {
namespace {

using count::RuleKind;

struct Vote {
    election::Definition definition;
    std::vector<std::vector<election::Mark>> ballots;
};

Result<Vote> read_vote(const std::filesystem::path& path)
{
    ISO_TRY(const std::string text, read_file(path, election::kMaxPabulibBytes));
    ISO_TRY(auto file, election::parse_pabulib(text));
    Vote vote{std::move(file.definition), {}};
    for (auto& cast : file.votes) vote.ballots.push_back(std::move(cast.marks));
    return vote;
}

/// The same each time. Few projects are asked for by many, most voters use all of their five votes, and half the voters ask for
/// what everybody asks for, the others for their own quarter's.
Vote made_up_city()
{
    constexpr std::size_t kProjects = 160;
    constexpr std::size_t kVoters = 90'494;
    constexpr std::size_t kQuarters = 8;
    std::mt19937 chance(2022);
    const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(chance()) % bound; };
    Vote vote;
    vote.definition.envelope = Money{6'112'868'00};
    vote.definition.ballot.max_projects = 5;
    for (std::size_t i = 0; i < kProjects; ++i) {
        election::Project project;
        project.id = "L" + std::to_string(1000 + i);
        project.cost = Money{static_cast<std::int64_t>(5'000 + below(400) * below(400) * 5) * 100};
        vote.definition.projects.push_back(project);
    }
    while (vote.ballots.size() < kVoters) {
        const std::size_t wanted = below(2) == 0 ? 5 : 1 + below(5);
        const std::size_t quarter = below(2 * kQuarters);
        std::vector<election::Mark> marks;
        while (marks.size() < wanted) {
            // The lesser of three numbers is mostly small: so are the ids of what is popular.
            const std::size_t drawn = std::min({below(kProjects), below(kProjects), below(kProjects)});
            const std::size_t project = quarter < kQuarters ? drawn / kQuarters * kQuarters + quarter : drawn;
            const bool known = std::any_of(marks.begin(), marks.end(), [&](const election::Mark& mark) { return mark.project == project; });
            if (!known) marks.push_back({project, 1});
        }
        vote.ballots.push_back(std::move(marks));
    }
    return vote;
}

Result<Vote> ursynow()
{
    return read_vote(std::filesystem::path(ISOLOIR_TEST_DATA) / "pabulib" / "poland_warszawa_2019_ursynow.pb");
}

Result<Vote> city()
{
    const char* file = std::getenv("ISOLOIR_BENCH_PABULIB");
    return file == nullptr ? made_up_city() : read_vote(file);
}

/// Ballots in memory to winners and reasons; reading the file is not counted.
void measure(benchmark::State& state, const Result<Vote>& vote, const count::Rule& rule)
{
    if (!vote) return state.SkipWithError(vote.error().text().c_str());
    for (auto _ : state) benchmark::DoNotOptimize(count::tally(vote->definition, rule, vote->ballots).value());
}

void count_ursynow(benchmark::State& state, count::Rule rule)
{
    static const auto vote = ursynow();
    measure(state, vote, rule);
}

void count_city(benchmark::State& state, count::Rule rule)
{
    static const auto vote = city();
    measure(state, vote, rule);
}

// Named so that a figure (main.cpp) finds them.
BENCHMARK_CAPTURE(count_ursynow, mes, count::Rule{RuleKind::equal_shares})->Name("count/mes")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_ursynow, add1, count::Rule{RuleKind::equal_shares, {}, count::Completion::add1})->Name("count/add1")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_ursynow, phragmen, count::Rule{RuleKind::phragmen})->Name("count/phragmen")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_city, mes, count::Rule{RuleKind::equal_shares})->Name("count/mes_city")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_city, votes, count::Rule{RuleKind::equal_shares, count::Satisfaction::votes})
    ->Name("count/mes_votes_city")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_city, phragmen, count::Rule{RuleKind::phragmen})->Name("count/phragmen_city")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isoloir::bench
