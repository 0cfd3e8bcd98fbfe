#pragma once

#include <cstddef>

namespace isoloir {

/// Lets this process have so many files and connections open at once, or as many as it is ever allowed to.
/// @return  how many it may have open now
std::size_t allow_open_files(std::size_t wanted);

}  // namespace isoloir
