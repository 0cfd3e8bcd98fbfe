#pragma once
// Text to sound, by espeak-ng. The library keeps its state in the process: one synthesizer at a time, and one thread that
// speaks with it.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "shared/base/result.hpp"

namespace isoloir::voice {

/// Takes mono samples as they are made; returns false to end the synthesis.
using TakeSamples = std::function<bool(std::span<const std::int16_t>)>;

class Synthesizer {
public:
    /// Sets the process' LC_CTYPE to UTF-8, as the library wants it.
    /// @error unavailable  the data of the voices are not installed
    static Result<std::unique_ptr<Synthesizer>> create();
    Synthesizer(const Synthesizer&) = delete;
    Synthesizer& operator=(const Synthesizer&) = delete;

    int samples_per_second() const;

    /// Returns when all has been taken, or `take` has ended it.
    /// @param language  fr, nl, de, en, or another that the library has a voice for
    /// @param percent   of the usual speed of 122 words a minute, 50 to 200
    /// @error not_found  there is no voice for the language: silence rather than the accent of another one
    Status speak(const std::string& text, const std::string& language, int percent, const TakeSamples& take);

private:
    Synthesizer() = default;
};

}  // namespace isoloir::voice
