#pragma once
// Slows down whoever guesses: an account waits longer after each wrong login beyond a few, and an address may try so many
// times in a while, whichever accounts it tries.

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace isoloir::accounts {

/// Seconds that an account waits after so many wrong logins in a row: nothing up to the fourth, then half a minute, doubled
/// each time up to a quarter of an hour.
std::int64_t wait_after(std::int64_t failures);

/// Attempts by address, in memory. Safe from several threads.
class LoginGate {
public:
    static constexpr std::int64_t kWindow = 300;  // seconds
    static constexpr int kAttempts = 30;          // in a window

    /// Counts an attempt. @return  seconds to wait before the next, 0 when this one may go on
    /// @param address  IPv4, or IPv6 of which the first 64 bits count (a household has as many as it likes)
    /// @param now      seconds, rising
    std::int64_t attempt(std::string_view address, std::int64_t now);

private:
    struct Window {
        std::int64_t begun{0};
        int attempts{0};
    };
    std::mutex mutex_;
    std::map<std::string, Window, std::less<>> windows_;
};

}  // namespace isoloir::accounts
