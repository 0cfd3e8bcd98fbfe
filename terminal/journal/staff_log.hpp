#pragma once
// What staff did at this terminal, as records of its chain, and who may do it. Wrong PINs are counted in the chain itself:
// whoever wants to guess on would have to forge it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/journal/journal.hpp"

namespace isoloir::journal {

constexpr std::size_t kMaxStaff = 12;
constexpr std::size_t kMinPin = 6;
constexpr std::size_t kMaxPin = 12;

/// Lent a provisioned journal; short-lived.
class StaffLog {
public:
    explicit StaffLog(Journal& journal) : journal_(journal) {}

    /// Signs and chains one action; durable when it returns.
    /// @param staff  handle of who did it
    /// @error refused  no handle, or no election yet
    Status note(ballot::EventKind kind, std::string_view staff, Hour hour);

    struct Event {
        std::uint64_t sequence{0};
        Hour hour{0};
        ballot::EventBody body;
    };
    /// Newest first, read back from the chain. @param skip  so many of the newest are left out
    Result<std::vector<Event>> events(std::size_t skip, std::size_t limit);

    /// Ballots that the kept receipt does not cover.
    Result<std::uint64_t> ballots_waiting();

    /// Handles, in order of the alphabet.
    Result<std::vector<std::string>> members();
    /// @error refused  no handle; fewer than 6 or more than 12 digits, all alike, or one after the other; 12 members are here
    /// @error conflict  the handle is taken
    Status add(std::string_view handle, std::string_view pin, Hour hour);
    /// @error not_found  nobody has this handle
    Status remove(std::string_view handle, Hour hour);

    /// Wrong PINs in a row of each member, as the chain tells.
    Result<std::map<std::string, unsigned>> failures();
    /// Compares a PIN, and records what came of it before it says so. The caller has seen to any wait.
    /// @param free_failures  those after which a wrong one counts as "locked_out"
    Result<bool> check_pin(std::string_view handle, std::string_view pin, unsigned free_failures, Hour hour);

private:
    template <class Visit>
    Status walk(std::string_view order, const Visit& visit);

    Journal& journal_;
};

}  // namespace isoloir::journal
