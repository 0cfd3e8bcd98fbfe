#pragma once

#include <cstdint>

namespace isoloir::bench {

/// How many ballots `million` really has, set before it runs.
std::uint64_t& ballots_of_million();

}  // namespace isoloir::bench
