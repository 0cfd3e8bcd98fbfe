#pragma once

#include "sync-server/trustee/commands.hpp"
#include "sync-server/trustee/safe.hpp"

namespace isoloir::trustee {

/// The folder that a command names, with the passphrase from where it is to come.
/// @error as command::read_passphrase and Safe::open
Result<Safe> open_safe(const Arguments& arguments);

}  // namespace isoloir::trustee
