#include "sync-server/operations/supervisor.hpp"

#include <chrono>
#include <cstdint>

#include <systemd/sd-daemon.h>

namespace isoloir::operations {

void tell_ready()
{
    sd_notify(0, "READY=1\nSTATUS=Serving");
}

void tell_reloading()
{
    // libstdc++'s steady clock is CLOCK_MONOTONIC, by which systemd tells this reload from an earlier one.
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
    sd_notify(0, ("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count())).c_str());
}

void tell_stopping()
{
    sd_notify(0, "STOPPING=1\nSTATUS=Finishing the requests under way");
}

void tell_alive()
{
    sd_notify(0, "WATCHDOG=1");
}

bool is_watched()
{
    std::uint64_t interval = 0;
    return sd_watchdog_enabled(0, &interval) > 0;
}

}  // namespace isoloir::operations
