#pragma once
// Sees every second to it that the server is alive, and tells whoever watches it (WatchdogSec of systemd).

#include <thread>

#include "sync-server/app/centre.hpp"
#include "sync-server/http/server.hpp"

namespace isoloir::app {

class Pulse {
public:
    /// Asks the store from one thread; from another it tells the supervisor that all is alive, as long as the I/O thread
    /// gets to its work and the store comes back from what it was asked. A store that says no is alive: it is waited for.
    /// @param centre, server  lent; must outlive it
    Pulse(Centre& centre, http::Server& server);

private:
    std::jthread looking_;
    std::jthread telling_;
};

}  // namespace isoloir::app
