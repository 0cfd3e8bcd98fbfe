#pragma once

#include "terminal/sync/client.hpp"
#include "terminal/sync/source.hpp"

namespace isoloir::app {

/// Tells the server, at the end of a round, how this terminal is: its software, its battery, what still waits.
Status tell_state(sync::Client& client, sync::Source& source);

}  // namespace isoloir::app
