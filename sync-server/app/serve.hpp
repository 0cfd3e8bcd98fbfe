#pragma once

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Serves terminals, public pages and the console in the data folder until SIGINT or SIGTERM. While it runs,
/// DATA/addresses.json says where: {"port":n,"public_port":n,"public":url}.
/// @error not_found  no election;  unavailable  a port or the socket cannot be had
Status serve(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
