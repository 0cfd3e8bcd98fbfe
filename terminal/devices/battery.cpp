#include "terminal/devices/battery.hpp"

#include <algorithm>

#include "terminal/devices/small_file.hpp"

namespace isoloir::devices {

Battery read_battery(const std::filesystem::path& root)
{
    Battery battery;
    bool mains_seen = false;
    bool mains_on = false;
    bool discharging = false;
    std::error_code error;
    for (const auto& supply : std::filesystem::directory_iterator(root / "sys/class/power_supply", error)) {
        const auto type = first_line(supply.path() / "type");
        if (type == "Battery") {
            // A wireless mouse has a battery, too, and says so.
            if (first_line(supply.path() / "scope") == "Device") continue;
            const auto percent = number_in(supply.path() / "capacity");
            if (percent) battery.percent = std::max(battery.percent.value_or(0), static_cast<int>(std::clamp(*percent, 0L, 100L)));
            discharging = discharging || first_line(supply.path() / "status") == "Discharging";
        } else if (type == "Mains" || type == "USB") {
            mains_seen = true;
            mains_on = mains_on || number_in(supply.path() / "online") == 1;
        }
    }
    battery.on_mains = !battery.percent || (mains_seen ? mains_on : !discharging);
    return battery;
}

}  // namespace isoloir::devices
