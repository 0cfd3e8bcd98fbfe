// The terminal as a process of its own: how fast it stands there, and what it costs while it does.

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/a_booth.hpp"
#include "bench/memory.hpp"
#include "shared/base/file.hpp"

namespace isoloir::bench {
namespace {

using namespace std::chrono_literals;

class Child {
public:
    explicit Child(std::vector<std::string> command)
    {
        std::vector<char*> words;
        for (std::string& word : command) words.push_back(word.data());
        words.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        for (const int out : {STDOUT_FILENO, STDERR_FILENO}) posix_spawn_file_actions_addopen(&files, out, "/dev/null", O_WRONLY, 0);
        if (::posix_spawnp(&id_, words.front(), &files, nullptr, words.data(), environ) != 0) throw std::runtime_error("cannot start " + command.front());
        posix_spawn_file_actions_destroy(&files);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child()
    {
        ::kill(id_, SIGTERM);
        ::waitpid(id_, nullptr, 0);
    }

    /// In user and system mode since its start.
    std::chrono::duration<double> processor_time() const
    {
        std::string stat;
        std::getline(std::ifstream("/proc/" + std::to_string(id_) + "/stat"), stat);
        std::istringstream fields(stat.substr(stat.rfind(')') + 2));
        std::string skipped;
        for (int i = 0; i < 11; ++i) fields >> skipped;
        double user = 0;
        double system = 0;
        fields >> user >> system;
        return std::chrono::duration<double>((user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK)));
    }

private:
    pid_t id_{-1};
};

/// A display without a monitor whose pixels lie in a file.
class Display {
public:
    Display() : server_({"Xvfb", name_, "-screen", "0", "1920x1080x24", "-fbdir", folder_.path().string(), "-nocursor", "-nolisten", "tcp"})
    {
        ::setenv("DISPLAY", name_.c_str(), 1);
        for (int i = 0; i < 500 && !std::filesystem::exists(socket(name_)); ++i) std::this_thread::sleep_for(10ms);
    }
    ~Display() { ::unsetenv("DISPLAY"); }

    /// Whether something light stands all over the glass: an empty one is black.
    bool is_drawn() const
    {
        std::ifstream dump(folder_ / "Xvfb_screen0", std::ios::binary);
        for (const int line : {100, 540, 1000}) {
            char pixel[4] = {};
            dump.seekg(-static_cast<std::streamoff>(1920 * 4 * (1080 - line)) + 4 * 5, std::ios::end);
            dump.read(pixel, sizeof pixel);
            if (static_cast<unsigned char>(pixel[0]) < 0x80) return false;
        }
        return true;
    }

private:
    static std::string socket(const std::string& name) { return "/tmp/.X11-unix/X" + name.substr(1); }
    static std::string free_name()
    {
        int number = 90;
        while (std::filesystem::exists(socket(":" + std::to_string(number)))) ++number;
        return ":" + std::to_string(number);
    }

    std::string name_{free_name()};
    test::TemporaryFolder folder_;
    Child server_;
};

/// A terminal before its first voter, its election with 150 pictures.
class ATerminal {
public:
    ATerminal()
    {
        std::filesystem::create_directory_symlink(a_large_election().pictures.path(), folder_ / "pictures");
        an_open_journal(centre_, folder_.path());
        ::setenv("ISOLOIR_PASSPHRASE", std::string(kPassphrase).c_str(), 1);
    }
    std::vector<std::string> command() const
    {
        const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "isoloir-terminal";
        return {program.string(), "--data", folder_.path().string(), "run", "--window", "1920x1080"};
    }

private:
    test::TemporaryFolder folder_;
    test::ACentre centre_{a_large_election().definition};
};

bool wait_until_drawn(const Display& display)
{
    for (int i = 0; i < 20'000; ++i) {
        if (display.is_drawn()) return true;
        std::this_thread::sleep_for(500us);
    }
    return false;
}

void cold(benchmark::State& state)
{
    ATerminal terminal;
    std::vector<double> starts;
    for (auto _ : state)
        for (int i = 0; i < 5; ++i) {
            Display display;
            const auto begin = std::chrono::steady_clock::now();
            Child program(terminal.command());
            if (!wait_until_drawn(display)) return state.SkipWithError("no welcome screen");
            starts.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        }
    std::sort(starts.begin(), starts.end());
    state.counters["median"] = starts[starts.size() / 2];
}
BENCHMARK(cold)->Iterations(1);

void idle(benchmark::State& state)
{
    constexpr auto kWatched = 10s;
    ATerminal terminal;
    Display display;
    Child program(terminal.command());
    if (!wait_until_drawn(display)) return state.SkipWithError("no welcome screen");
    std::this_thread::sleep_for(2s);
    const auto before = program.processor_time();
    for (auto _ : state) std::this_thread::sleep_for(kWatched);
    state.counters["cpu"] = 100 * ((program.processor_time() - before) / kWatched);
}
BENCHMARK(idle)->Iterations(1);

/// Of a process that did nothing else before.
void memory(benchmark::State& state)
{
    const auto self = std::filesystem::read_symlink("/proc/self/exe").string();
    double megabytes = 0;
    for (auto _ : state) {
        const std::unique_ptr<FILE, int (*)(FILE*)> other(::popen((self + " --turn-all-pages").c_str(), "r"), ::pclose);
        if (!other || std::fscanf(other.get(), "%lf", &megabytes) != 1) return state.SkipWithError("no figure");
    }
    state.counters["resident"] = megabytes;
}
BENCHMARK(memory)->Iterations(1);

}  // namespace

double resident_after_all_pages()
{
    ABooth booth;
    booth.enter();
    booth.settle();
    for (std::size_t page = 1; booth.tap("page." + std::to_string(page)); ++page) booth.settle();
    return memory_of("self", "VmRSS:") / 1e6;
}

}  // namespace isoloir::bench
