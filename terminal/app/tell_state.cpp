#include "terminal/app/tell_state.hpp"

#include "terminal/devices/battery.hpp"

namespace isoloir::app {

Status tell_state(sync::Client& client, sync::Source& source)
{
    wire::TerminalState state;
    state.version = ISOLOIR_VERSION;
    const std::uint64_t acknowledged = source.acknowledged();
    state.waiting = source.head().next - acknowledged;
    const auto battery = devices::read_battery();
    if (battery.percent && !battery.on_mains) state.battery = static_cast<std::uint8_t>(*battery.percent);
    return client.post_state(state);
}

}  // namespace isoloir::app
