#pragma once
// What happened at a terminal beside votes: the poll's hours, and whatever staff did. Signed and chained as ballots are;
// never voter data.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isoloir::ballot {

enum class EventKind {
    opened,   // the poll
    closed,   // the poll
    started,  // the program, after a stop without close
    unlocked,
    unlock_failed,
    locked_out,  // a wrong PIN that makes wait
    exported,
    imported,
    receipt_taken,
    report_printed,
    diagnostics_run,
    settings_changed,
    cleaned,
    test_begun,
    test_ended,
    shut_down,
    staff_added,
    staff_removed
};

constexpr std::size_t kEventKinds = 18;
constexpr std::size_t kMaxHandle = 40;  // bytes

struct EventBody {
    EventKind kind{EventKind::opened};
    std::int64_t ballots{0};  // in the chain before this record
    std::string staff{};      // handle of who did it, or of whom it is about; empty where the terminal itself did it
};

/// As it stands in a record: "unlock_failed".
std::string_view name_of(EventKind kind);
std::optional<EventKind> event_named(std::string_view name);

/// Whether a record may name somebody so: 1 to 40 bytes of UTF-8 without control characters or space at the ends.
bool is_handle(std::string_view text);

}  // namespace isoloir::ballot
