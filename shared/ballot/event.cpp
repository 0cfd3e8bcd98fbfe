#include "shared/ballot/event.hpp"

#include <algorithm>

#include "shared/base/text.hpp"

namespace isoloir::ballot {
namespace {

constexpr std::array<std::string_view, kEventKinds> kNames{
    "opened",         "closed",          "started",          "unlocked", "unlock_failed", "locked_out", "exported",  "imported",    "receipt_taken",
    "report_printed", "diagnostics_run", "settings_changed", "cleaned",  "test_begun",    "test_ended", "shut_down", "staff_added", "staff_removed",
};

}  // namespace

std::string_view name_of(EventKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> event_named(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<EventKind>(found - kNames.begin());
}

bool is_handle(std::string_view text)
{
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; };
    return !text.empty() && text.size() <= kMaxHandle && is_utf8(text) && trimmed(text) == text && std::none_of(text.begin(), text.end(), is_control);
}

}  // namespace isoloir::ballot
