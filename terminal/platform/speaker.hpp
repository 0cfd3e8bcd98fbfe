#pragma once
// Where speech is heard: SDL's audio queue behind an interface, so that what speaks knows neither SDL nor a device.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "shared/base/result.hpp"

namespace isoloir::platform {

/// Takes mono sound of 16 bits. Belongs to one thread.
class Speaker {
public:
    virtual ~Speaker() = default;
    /// Adds samples behind those still to be heard.
    virtual void queue(std::span<const std::int16_t> samples) = 0;
    /// Samples still to be heard.
    virtual std::size_t queued() const = 0;
    virtual void clear() = 0;
    /// False once the device is gone, as when its plug was pulled; what is queued is never heard then.
    virtual bool is_alive() const = 0;
};

/// Opens the default sound device. Open the window before and close it after: SDL's parts begin and end in one place.
/// @error unavailable  there is no sound device
Result<std::unique_ptr<Speaker>> open_speaker(int samples_per_second);

}  // namespace isoloir::platform
