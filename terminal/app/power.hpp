#pragma once

#include "shared/base/result.hpp"

namespace isoloir::app {

/// Asks the system to switch the machine off.
/// @error unavailable  it refuses
Status power_off();

}  // namespace isoloir::app
