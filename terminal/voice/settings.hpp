#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace isoloir::voice {

/// Percent of 122 words a minute: 61 to 244 (VVSG 2.0, 7.1-K).
constexpr std::array kRates = {50, 70, 85, 100, 125, 160, 200};
constexpr int kLoudest = 11;

/// How one voter wants to hear; a new voter starts from a new value.
struct Settings {
    int rate{3};    // of kRates
    int volume{7};  // 0 is silence; 1 to 11 are 20 to 100 dB SPL, by 8, on headphones that give 100 at most

    Settings faster(int steps) const { return {std::clamp(rate + steps, 0, static_cast<int>(kRates.size()) - 1), volume}; }
    Settings louder(int steps) const { return {rate, std::clamp(volume + steps, 0, kLoudest)}; }

    int percent() const { return kRates.at(static_cast<std::size_t>(rate)); }
    /// What a sample is multiplied by.
    double gain() const { return volume == 0 ? 0 : std::pow(10.0, -8.0 * (kLoudest - volume) / 20); }
    bool operator==(const Settings&) const = default;
};

}  // namespace isoloir::voice
