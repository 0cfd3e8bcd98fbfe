#pragma once
// What staff are told about this terminal: counts and states, never a voter, never a choice.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isoloir::staff {

enum class Poll { not_opened, open, closed };

struct Counts {
    std::uint64_t sessions{0};  // begun by somebody, since the poll was opened
    std::uint64_t ballots{0};
    std::uint64_t spoilt{0};   // machine checks
    std::uint64_t refused{0};  // people who could not vote
    bool operator==(const Counts&) const = default;
};

/// Something that may be plugged in.
enum class Part { absent, ready, trouble };

struct NetworkLink {
    std::string name;
    bool wireless{false};
    bool up{false};
    bool operator==(const NetworkLink&) const = default;
};

struct Machine {
    std::optional<int> battery_percent;  // nothing where there is no battery
    bool on_mains{true};
    std::optional<std::uint64_t> disk_free_mb;
    bool disk_low{false};
    bool clock_plausible{true};
    std::optional<bool> clock_synced;  // nothing where the machine cannot say
    std::vector<NetworkLink> links;
    Part printer{Part::absent};
    Part card_reader{Part::absent};
    bool operator==(const Machine&) const = default;
};

struct Figures {
    std::string hall;
    std::string terminal;  // key identifier in hex
    std::string election;  // its identifier in hex
    std::string title;
    std::string server;  // host:port
    std::string day;     // 2026-11-23
    std::string time;    // 18:05
    Poll poll{Poll::not_opened};
    Counts counts;
    std::uint64_t records{0};
    std::uint64_t waiting{0};          // records that the centre has not acknowledged
    std::uint64_t ballots_waiting{0};  // ballots among them
    std::string chain_head;            // of the last record, in hex
    std::optional<std::uint64_t> minutes_since_sync;
    bool practice{false};
    Machine machine;
    bool operator==(const Figures&) const = default;

    /// Votes that nobody may forget when they go home.
    bool is_left_behind() const { return poll == Poll::closed && ballots_waiting > 0 && !practice; }
};

}  // namespace isoloir::staff
