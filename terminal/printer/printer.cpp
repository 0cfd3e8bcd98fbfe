#include "terminal/printer/printer.hpp"

#include <cerrno>
#include <chrono>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace isoloir::printer {
namespace {

using Steady = std::chrono::steady_clock;

/// A slip takes two seconds; a printer that takes nothing for so long is jammed, or has no paper.
constexpr std::chrono::seconds kPatience{8};
constexpr int kLookMilliseconds = 100;

/// Closes the file when it goes.
struct File {
    int descriptor;
    ~File()
    {
        if (descriptor >= 0) ::close(descriptor);
    }
};

}  // namespace

Printer::Printer(std::filesystem::path device, std::function<void()> wake) : device_(std::move(device)), wake_(std::move(wake)), thread_([this] { run(); }) {}

Printer::~Printer()
{
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

bool Printer::is_there() const
{
    std::error_code error;
    return std::filesystem::exists(device_, error);
}

void Printer::print(std::string bytes)
{
    {
        const std::lock_guard lock(mutex_);
        next_ = std::move(bytes);
        answer_.reset();
    }
    changed_.notify_one();
}

std::optional<bool> Printer::answer()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(answer_, std::nullopt);
}

void Printer::run()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return over_ || next_; });
        if (over_) return;
        const std::string bytes = *std::exchange(next_, std::nullopt);
        lock.unlock();
        const bool well = write(bytes);
        lock.lock();
        answer_ = well;
        wake_();
    }
}

bool Printer::write(const std::string& bytes)
{
    const File file{::open(device_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    if (file.descriptor < 0) return false;
    std::size_t written = 0;
    auto last_progress = Steady::now();
    while (written < bytes.size()) {
        {
            const std::lock_guard lock(mutex_);
            if (over_) return false;
        }
        pollfd ready{file.descriptor, POLLOUT, 0};
        if (::poll(&ready, 1, kLookMilliseconds) > 0 && (ready.revents & POLLOUT) != 0) {
            const ssize_t taken = ::write(file.descriptor, bytes.data() + written, bytes.size() - written);
            if (taken > 0) {
                written += static_cast<std::size_t>(taken);
                last_progress = Steady::now();
                continue;
            }
            if (taken < 0 && errno != EAGAIN && errno != EINTR) return false;
        }
        if ((ready.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0) return false;
        if (Steady::now() - last_progress > kPatience) return false;
    }
    return true;
}

}  // namespace isoloir::printer
