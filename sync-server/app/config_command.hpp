#pragma once

#include <iosfwd>

#include "sync-server/app/arguments.hpp"

namespace isoloir::app {

/// Shows the settings that `serve` would run with, as a file that says the same.
/// @error malformed, not_found, refused  the pages' certificate or key
Status check_config(const Arguments& arguments, std::ostream& out);

}  // namespace isoloir::app
