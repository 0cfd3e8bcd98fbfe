#include "terminal/devices/clock_state.hpp"

namespace isoloir::devices {
namespace {

// An election lasts weeks; a clock a year ahead of the last record was set by mistake.
constexpr std::chrono::hours kFarAhead{24 * 366};

}  // namespace

ClockState judge_clock(std::chrono::sys_seconds now, std::chrono::sys_seconds earliest, const std::filesystem::path& root)
{
    ClockState state;
    state.plausible = now >= earliest && now <= earliest + kFarAhead;
    std::error_code error;
    // systemd-timesyncd touches it at each synchronization, and the folder is there only where it runs.
    if (std::filesystem::exists(root / "run/systemd/timesync", error))
        state.synced = std::filesystem::exists(root / "run/systemd/timesync/synchronized", error);
    return state;
}

}  // namespace isoloir::devices
