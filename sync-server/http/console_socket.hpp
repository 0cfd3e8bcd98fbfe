#pragma once
// Inside the console: a unix socket whose every wait can be bounded or interrupted.

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir::http {

class ConsoleSocket {
public:
    explicit ConsoleSocket(int descriptor = -1) : descriptor_(descriptor) {}
    ~ConsoleSocket();
    ConsoleSocket(ConsoleSocket&& other) noexcept;
    ConsoleSocket& operator=(ConsoleSocket&&) = delete;

    int get() const { return descriptor_; }

    static Result<ConsoleSocket> connect(const std::filesystem::path& path);
    /// Created with mode 0600 from the first instant.
    static Result<ConsoleSocket> listen(const std::filesystem::path& path);

    /// @error unavailable  the other side is gone, or did not take it in time
    Status send(std::string_view text, std::chrono::milliseconds deadline);
    /// The next line without its end; waits for ever when `deadline` is negative.
    /// @error unavailable  the other side is gone or silent;  refused  the line is longer than `max_bytes`
    Result<std::string> line(std::size_t max_bytes, std::chrono::milliseconds deadline);

private:
    int descriptor_;
    std::string received_;
};

}  // namespace isoloir::http
