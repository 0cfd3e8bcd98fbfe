#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

namespace isoloir::devices {

struct ClockState {
    std::optional<bool> synced;  // with a time server, since the start; nothing where nobody keeps that
    bool plausible{true};
};

/// @param earliest  a time that has passed for sure: what the journal's last record bears
ClockState judge_clock(std::chrono::sys_seconds now, std::chrono::sys_seconds earliest, const std::filesystem::path& root = "/");

}  // namespace isoloir::devices
