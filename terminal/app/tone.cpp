#include "terminal/app/tone.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace isoloir::app {
namespace {

constexpr int kRate = 22'050;  // samples a second
constexpr double kHertz = 660;
constexpr double kLoud = 9'000;
constexpr int kSamples = kRate * 4 / 5;
constexpr double kFade = kRate / 50.0;  // begins and ends without a click

std::vector<std::int16_t> samples()
{
    std::vector<std::int16_t> wave;
    wave.reserve(kSamples);
    for (int i = 0; i < kSamples; ++i) {
        const double gain = std::min({1.0, i / kFade, (kSamples - i) / kFade});
        wave.push_back(static_cast<std::int16_t>(kLoud * gain * std::sin(2 * std::numbers::pi * kHertz * i / kRate)));
    }
    return wave;
}

}  // namespace

Status Tone::play()
{
    if (!speaker_ || !speaker_->is_alive()) {
        speaker_.reset();  // before another is opened: there may be one device only
        ISO_TRY(speaker_, platform::open_speaker(kRate));
    }
    speaker_->clear();
    speaker_->queue(samples());
    return {};
}

}  // namespace isoloir::app
