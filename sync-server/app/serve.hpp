#pragma once

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/app/signals.hpp"
#include "sync-server/http/server.hpp"

namespace isoloir::app {

/// Serves terminals, public pages, the admins' desk and the console in the data folder until SIGINT or SIGTERM; SIGHUP reads the
/// configuration anew. While it runs, DATA/addresses.json says where: {"port":n,"public_port":n,"public":url}, and with a port for
/// operations "operations_port":n.
/// @error unavailable  a port or the socket cannot be had
Status serve(const Arguments& arguments, Centre& centre, const http::Extras& extras, Signals& signals, std::ostream& out);

}  // namespace isoloir::app
