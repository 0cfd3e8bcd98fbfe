#include "terminal/devices/wifi.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/text.hpp"

extern char** environ;

namespace isoloir::devices {
namespace {

constexpr std::size_t kMaxOutput = 64 * 1024;
constexpr std::size_t kMaxName = 32;  // bytes, as the standard has it (IEEE 802.11)

struct Said {
    int code{-1};
    std::string text;
};

/// Runs a program, with `input` on its standard input, and reads what it says.
Said run(const std::filesystem::path& program, std::vector<std::string> arguments, const std::string& input = {})
{
    int out[2], in[2];
    if (::pipe2(out, O_CLOEXEC) != 0) return {};
    if (::pipe2(in, O_CLOEXEC) != 0) {
        ::close(out[0]);
        ::close(out[1]);
        return {};
    }
    // Written while both ends are ours: shorter than a pipe holds, so it never waits, nor meets a reader that is gone.
    [[maybe_unused]] const auto written = ::write(in[1], input.data(), input.size());
    ::close(in[1]);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    std::string name = program.string();
    std::vector<char*> argv{name.data()};
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, name.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(out[1]);
    ::close(in[0]);
    Said said;
    if (failed == 0) {
        std::array<char, 4096> some;
        for (ssize_t got = 0; (got = ::read(out[0], some.data(), some.size())) > 0;)
            if (said.text.size() < kMaxOutput) said.text.append(some.data(), static_cast<std::size_t>(got));
        int status = 0;
        if (::waitpid(child, &status, 0) == child && WIFEXITED(status)) said.code = WEXITSTATUS(status);
    }
    ::close(out[0]);
    return said;
}

std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) fields.back() += line[++i];
        else if (line[i] == ':') fields.emplace_back();
        else fields.back() += line[i];
    }
    return fields;
}

}  // namespace

std::vector<FoundWifi> read_wifi_list(const std::string& list, const std::vector<std::string>& known)
{
    std::vector<FoundWifi> found;
    std::istringstream lines(list);
    for (std::string line; std::getline(lines, line);) {
        const auto fields = fields_of(line);
        if (fields.size() != 4 || fields[3].empty() || fields[3].size() > kMaxName || !is_utf8(fields[3])) continue;
        FoundWifi wifi{fields[3], 0, !fields[2].empty() && fields[2] != "--", false};
        std::from_chars(fields[1].data(), fields[1].data() + fields[1].size(), wifi.strength);
        wifi.strength = std::clamp(wifi.strength, 0, 100);
        wifi.known = std::find(known.begin(), known.end(), wifi.name) != known.end();
        const auto same = std::find_if(found.begin(), found.end(), [&](const FoundWifi& other) { return other.name == wifi.name; });
        if (same == found.end()) found.push_back(std::move(wifi));
        else same->strength = std::max(same->strength, wifi.strength);
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundWifi& a, const FoundWifi& b) { return a.strength > b.strength; });
    return found;
}

bool Wifi::can_be_set() const
{
    return ::access(program_.c_str(), X_OK) == 0;
}

std::vector<FoundWifi> Wifi::networks() const
{
    std::vector<std::string> known;
    std::istringstream profiles(run(program_, {"-t", "-f", "NAME", "connection", "show"}).text);
    for (std::string line; std::getline(profiles, line);) known.push_back(fields_of(line).front());
    return read_wifi_list(run(program_, {"-t", "-f", "IN-USE,SIGNAL,SECURITY,SSID", "device", "wifi", "list"}).text, known);
}

Status Wifi::join(const std::string& name, const std::string& password) const
{
    if (name.empty() || name.size() > kMaxName || password.size() > 63 || password.find('\n') != std::string::npos)
        return fail(Errc::refused, "no Wi-Fi network has such a name or password");
    // Asked for on its standard input: other users of the machine see the arguments of every program, but not this.
    const bool ask = !password.empty();
    std::vector<std::string> arguments{"-w", "45"};
    if (ask) arguments.emplace_back("--ask");
    arguments.insert(arguments.end(), {"device", "wifi", "connect", name});
    if (run(program_, std::move(arguments), ask ? password + "\n" : std::string()).code != 0)
        return fail(Errc::unavailable, "the Wi-Fi network was not joined");
    return {};
}

}  // namespace isoloir::devices
