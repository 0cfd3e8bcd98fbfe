#pragma once

#include <cstdint>

namespace isoloir::bench {

/// How many ballots are in the log when intake_full begins; to be set before.
std::uint64_t& ballots_before();

}  // namespace isoloir::bench
