#include "bench/storm.hpp"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <span>
#include <stdexcept>

#include <benchmark/benchmark.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/memory.hpp"
#include "shared/base/open_files.hpp"
#include "shared/base/parallel.hpp"
#include "sync-server/app/signals.hpp"
#include "sync-server/http/server.hpp"
#include "sync-server/operations/log.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/a_waiting_terminal.hpp"

namespace isoloir::bench {
namespace {

constexpr std::size_t kTerminals = 10'000;
constexpr std::size_t kProcesses = 5;  // that play the terminals: one alone has not the memory maps for so many
constexpr std::size_t kBallotsEach = 5;

/// The centre in a process of its own, so that its memory is seen apart.
class AServerProcess {
public:
    explicit AServerProcess(const std::filesystem::path& folder)
    {
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
        id_ = ::fork();
        if (id_ == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::execl("/proc/self/exe", "isoloir-bench", "--serve", folder.c_str(), nullptr);
            std::_Exit(1);
        }
        ::close(ends[1]);
        std::FILE* said = ::fdopen(ends[0], "r");
        if (std::fscanf(said, "%hu", &port_) != 1) throw std::runtime_error("the server does not start");
        std::fclose(said);
    }
    ~AServerProcess() { stop(); }

    std::uint16_t port() const { return port_; }
    /// In MB, the most that it had at any time.
    double resident() const { return memory_of(std::to_string(id_), "VmHWM:") / 1024 / 1024; }
    void stop()
    {
        if (id_ <= 0) return;
        ::kill(id_, SIGTERM);
        ::waitpid(std::exchange(id_, -1), nullptr, 0);
    }

private:
    pid_t id_{-1};
    std::uint16_t port_{0};
};

/// All on one roster, signed once.
std::vector<test::ATerminal> many_terminals(test::AServerFolder& folder)
{
    std::vector<test::ATerminal> terminals;
    wire::Roster roster{folder.package().id, 2, {}, {}};
    for (std::size_t i = 0; i < kTerminals; ++i) {
        terminals.emplace_back(folder.random).opened(folder.package());
        roster.terminals.push_back({terminals.back().device().public_key(), "Salle " + std::to_string(i), 0, std::nullopt});
    }
    folder.centre.reset();
    {
        const auto opened = store::open_folder({folder.path}).value();
        const auto keys = app::read_keys(*opened.store).value();
        const auto signed_roster = wire::sign_roster(roster, keys.authority);
        if (!opened.store->transact([&] { return opened.store->put_roster(roster.version, signed_roster); })) throw std::runtime_error("no roster");
    }
    folder.restart();
    return terminals;
}

void vote_everywhere(std::vector<test::ATerminal>& terminals, const election::Package& package)
{
    for_each_index(terminals.size(), [&](std::size_t i) {
        for (std::size_t ballot = 0; ballot < kBallotsEach; ++ballot) terminals[i].vote(package, test::a_voter(i * kBallotsEach + ballot), {0});
    });
}

/// Of many terminals together; in seconds.
struct Seen {
    unsigned failed{0};
    unsigned turned_away{0};
    double longest_connect{0};
    double longest_request{0};

    void add(const Seen& other)
    {
        failed += other.failed;
        turned_away += other.turned_away;
        longest_connect = std::max(longest_connect, other.longest_connect);
        longest_request = std::max(longest_request, other.longest_request);
    }
};

/// Every terminal of the share in a thread of its own.
Seen send_share(std::span<const test::ATerminal> share, const sync::ServerAddress& server, const crypto::PublicKey& receipts)
{
    std::vector<Seen> seen(share.size());
    {
        std::vector<std::jthread> coming;
        for (std::size_t i = 0; i < share.size(); ++i)
            coming.emplace_back([&, i] {
                const auto one = test::AWaitingTerminal(share[i], server, receipts).send_all();
                seen[i] = {one.error ? 1U : 0U, one.turned_away, one.longest_connect.count(), one.longest_request.count()};
            });
    }
    Seen all;
    for (const Seen& one : seen) all.add(one);
    return all;
}

Seen send_everything(std::span<const test::ATerminal> terminals, const sync::ServerAddress& server, const crypto::PublicKey& receipts)
{
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const std::size_t share = terminals.size() / kProcesses;
    for (std::size_t process = 0; process < kProcesses; ++process) {
        if (::fork() != 0) continue;
        allow_open_files(SIZE_MAX);  // what a shell lets a process open is less than these terminals need
        const Seen seen = send_share(terminals.subspan(process * share, share), server, receipts);
        const bool told = ::write(ends[1], &seen, sizeof seen) == sizeof seen;
        std::_Exit(told ? 0 : 1);
    }
    ::close(ends[1]);
    Seen all;
    Seen one;
    std::size_t told = 0;
    for (; ::read(ends[0], &one, sizeof one) == sizeof one; ++told) all.add(one);
    ::close(ends[0]);
    for (std::size_t process = 0; process < kProcesses; ++process) ::wait(nullptr);
    if (told != kProcesses) throw std::runtime_error("terminals ended without a word");
    return all;
}

/// After an outage of the network every terminal comes back at the same moment, over TLS, with what waits.
void storm(benchmark::State& state)
{
    for (auto _ : state) {
        test::AServerFolder folder;
        auto terminals = many_terminals(folder);
        const auto package = folder.package();
        vote_everywhere(terminals, package);
        const auto tls = folder.centre->keys().tls.public_key();
        folder.centre.reset();
        AServerProcess server(folder.path);

        const auto begun = std::chrono::steady_clock::now();
        const Seen all = send_everything(terminals, {"127.0.0.1", server.port(), tls}, package.keys.receipts);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        state.counters["resident"] = server.resident();
        server.stop();

        if (all.failed > 0) return state.SkipWithError("a terminal was refused for good");
        state.counters["seconds"] = took.count();
        state.counters["request"] = all.longest_request;
        state.counters["connect"] = all.longest_connect;
        state.counters["turned_away"] = all.turned_away;
        folder.restart();
        const auto report = folder.report();
        if (report.refused + report.duplicates != 0) return state.SkipWithError("a ballot was taken twice or refused");
        state.counters["accepted"] = static_cast<double>(report.accepted);
    }
}
BENCHMARK(storm)->Iterations(1)->Repetitions(1)->Unit(benchmark::kMillisecond);

}  // namespace

int serve_for_storm(const std::string& path)
{
    operations::speak(operations::Level::error, operations::Format::text);
    app::Signals signals;
    crypto::SystemRandom random;
    const test::StoppedClock clock;
    auto folder = store::open_folder({path});
    if (!folder) return 1;
    const auto centre = app::Centre::open(*std::move(folder), clock, random);
    if (!centre) return 1;
    http::Settings settings;
    settings.address = "127.0.0.1";
    settings.folder = path;
    const auto server = http::Server::start(settings, (*centre)->keys().tls, **centre);
    if (!server) return 1;
    std::cout << (*server)->port() << std::endl;
    while (signals.wait() != app::Signals::Wish::stop) {}
    (*server)->stop();
    return 0;
}

}  // namespace isoloir::bench
