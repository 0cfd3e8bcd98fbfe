#pragma once
// A receipt printer behind a device file (/dev/usb/lp0). One thread writes; whoever prints never waits. A printer that is
// missing, jammed or out of paper is told of, and blocks nothing.

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace isoloir::printer {

class Printer {
public:
    /// @param device  need not be there yet, or still
    /// @param wake    called by the printing thread when an answer has come
    Printer(std::filesystem::path device, std::function<void()> wake);
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;
    ~Printer();

    /// Whether the device file is there.
    bool is_there() const;
    /// Prints; what waits to be printed is replaced, what is being written is not.
    void print(std::string bytes);
    /// Whether the last slip was taken by the printer; once, and nothing while it is being written.
    std::optional<bool> answer();

private:
    void run();
    bool write(const std::string& bytes);

    std::filesystem::path device_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::optional<std::string> next_;
    std::optional<bool> answer_;
    bool over_{false};
    std::thread thread_;
};

}  // namespace isoloir::printer
