#pragma once
// How one voter sees, hears and reaches the booth. Part of the session: the next voter starts from a new value.

#include <algorithm>

namespace isoloir::booth {

enum class TextSize { small, medium, large, largest };
enum class Contrast { clear, black, white, soft };
/// How a voter who cannot touch the glass moves the focus: not at all, by two switches (next, choose), or by one while the
/// focus moves by itself.
enum class Switches { none, two, one };

constexpr int kRates = 7;     // steps of speed of the voice
constexpr int kLoudest = 11;  // steps of volume
constexpr int kSlowestPace = 4;

struct Comfort {
    TextSize text{TextSize::medium};
    Contrast contrast{Contrast::clear};
    bool low_reach{false};  // all controls in the lowest part of the glass
    bool speech{false};
    bool blank{false};  // nothing on the glass: whoever hears needs no picture, and nobody else sees it
    int rate{3};
    int volume{7};
    Switches switches{Switches::none};
    int pace{2};  // seconds that the focus rests on each node
    bool operator==(const Comfort&) const = default;
};

/// What of it is changed by one step up or down.
enum class Setting { text, contrast, reach, speech, blank, rate, volume, switches, pace };

Comfort changed(Comfort comfort, Setting setting, int steps);

}  // namespace isoloir::booth
