#include "tests/journeys/process.hpp"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.hpp"

namespace isoloir::test {
namespace {

constexpr std::chrono::seconds kPatience{60};

std::string content_of(int file)
{
    struct stat about {};
    ::fstat(file, &about);
    std::string content(static_cast<std::size_t>(about.st_size), '\0');
    const auto read = ::pread(file, content.data(), content.size(), 0);
    content.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
    return content;
}

}  // namespace

bool eventually(const std::function<bool()>& holds)
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

Process::Process(const std::vector<std::string>& command) : out_(::memfd_create("out", MFD_CLOEXEC)), err_(::memfd_create("err", MFD_CLOEXEC))
{
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, out_, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, err_, STDERR_FILENO);
    const int failure = ::posix_spawnp(&id_, words.front(), &files, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failure != 0) throw std::runtime_error("cannot start " + command.front());
}

Process::Process(Process&& other) noexcept
    : id_(std::exchange(other.id_, -1)), out_(std::exchange(other.out_, -1)), err_(std::exchange(other.err_, -1)), status_(other.status_), ended_(other.ended_)
{
}

Process::~Process()
{
    if (id_ < 0) return;
    kill();
    ::close(out_);
    ::close(err_);
}

std::string Process::out() const
{
    return content_of(out_);
}
std::string Process::err() const
{
    return content_of(err_);
}

bool Process::runs()
{
    if (!ended_) ended_ = ::waitpid(id_, &status_, WNOHANG) == id_;
    return !ended_;
}

bool Process::remembers(std::string_view text) const
{
    const std::string folder = "/proc/" + std::to_string(id_);
    std::ifstream maps(folder + "/maps");
    std::ifstream memory(folder + "/mem", std::ios::binary);
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::uintptr_t from = 0;
        std::uintptr_t until = 0;
        char dash = 0;
        std::string rights;
        words >> std::hex >> from >> dash >> until >> rights;
        if (rights.rfind("rw", 0) != 0) continue;
        std::string content(until - from, '\0');
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(from));
        memory.read(content.data(), static_cast<std::streamsize>(content.size()));
        if (content.find(text) != std::string::npos) return true;
    }
    return false;
}

void Process::send(int signal)
{
    if (runs()) ::kill(id_, signal);
}

void Process::kill()
{
    send(SIGKILL);
    if (ended_) return;
    ::waitpid(id_, &status_, 0);
    ended_ = true;
}

Ended Process::end()
{
    const bool ended = eventually([this] { return !runs(); });
    INFO(out() << err());
    REQUIRE(ended);
    return {WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_), out(), err()};
}

}  // namespace isoloir::test
