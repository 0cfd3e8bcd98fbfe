#pragma once

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/http/routes.hpp"

namespace isoloir::app {

/// Serves terminals, public pages, the admins' desk and the console in the data folder until SIGINT or SIGTERM. While it runs,
/// DATA/addresses.json says where: {"port":n,"public_port":n,"public":url}.
/// @error unavailable  a port or the socket cannot be had
Status serve(const Arguments& arguments, Centre& centre, http::Desk& desk, std::ostream& out);

}  // namespace isoloir::app
