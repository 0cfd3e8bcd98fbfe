#pragma once
// An election as several parts of the desk show it.

#include "sync-server/admin/call.hpp"

namespace isoloir::admin {

/// "none", "draft", "open", "closed", "counted".
const char* phase_name(Office& office, bool drafted);

}  // namespace isoloir::admin
