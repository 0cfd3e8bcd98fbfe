#pragma once
// A program in a process of its own, as a person starts it: what it says is read while it runs, and it can be killed.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace isoloir::test {

/// Asks again and again until it holds. @return false when it did not within a minute
bool eventually(const std::function<bool()>& holds);

struct Ended {
    int code{0};  // of its exit, or 128 and the signal
    std::string out;
    std::string err;
};

class Process {
public:
    /// @param command  program and arguments; the program is looked up in PATH
    explicit Process(const std::vector<std::string>& command);
    Process(Process&& other) noexcept;
    Process& operator=(Process&&) = delete;
    /// Nothing outlives its test.
    ~Process();

    std::string out() const;
    std::string err() const;
    /// Whether this text stands anywhere in the memory that it can write to.
    bool remembers(std::string_view text) const;
    bool runs();
    pid_t id() const { return id_; }
    void send(int signal);
    /// Waits for its end; one that hangs is killed and fails the test.
    Ended end();
    /// SIGKILL: it can do nothing more.
    void kill();

private:
    pid_t id_{-1};
    int out_{-1};
    int err_{-1};
    int status_{0};
    bool ended_{false};
};

}  // namespace isoloir::test
