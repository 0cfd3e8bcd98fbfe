#include "terminal/booth/comfort.hpp"

namespace isoloir::booth {
namespace {

/// Stops at both ends.
template <class Enum>
Enum stepped(Enum value, int steps, Enum last)
{
    return static_cast<Enum>(std::clamp(static_cast<int>(value) + steps, 0, static_cast<int>(last)));
}

/// Comes round.
template <class Enum>
Enum turned(Enum value, int steps, int count)
{
    return static_cast<Enum>((static_cast<int>(value) + steps % count + count) % count);
}

}  // namespace

Comfort changed(Comfort comfort, Setting setting, int steps)
{
    switch (setting) {
        case Setting::text: comfort.text = stepped(comfort.text, steps, TextSize::largest); break;
        case Setting::contrast: comfort.contrast = turned(comfort.contrast, steps, 4); break;
        case Setting::reach: comfort.low_reach = !comfort.low_reach; break;
        case Setting::speech:
            comfort.speech = !comfort.speech;
            comfort.blank = false;  // who neither hears nor sees is lost
            break;
        case Setting::blank:
            comfort.blank = !comfort.blank;
            comfort.speech = comfort.speech || comfort.blank;
            break;
        case Setting::rate: comfort.rate = std::clamp(comfort.rate + steps, 0, kRates - 1); break;
        case Setting::volume: comfort.volume = std::clamp(comfort.volume + steps, 1, kLoudest); break;
        case Setting::switches: comfort.switches = turned(comfort.switches, steps, 3); break;
        case Setting::pace: comfort.pace = std::clamp(comfort.pace + steps, 1, kSlowestPace); break;
    }
    return comfort;
}

}  // namespace isoloir::booth
