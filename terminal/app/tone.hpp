#pragma once

#include <memory>

#include "terminal/platform/speaker.hpp"

namespace isoloir::app {

/// A tone, to hear whether there is sound.
class Tone {
public:
    /// @error unavailable  there is no sound device
    Status play();
    /// Gives the device back: there may be one only.
    void release() { speaker_.reset(); }

private:
    std::unique_ptr<platform::Speaker> speaker_;  // from the first tone on
};

}  // namespace isoloir::app
