#pragma once

#include <string>

namespace isoloir::bench {

/// The server side of `storm`: serves the centre in this folder, says its port, and ends at SIGTERM.
int serve_for_storm(const std::string& folder);

}  // namespace isoloir::bench
