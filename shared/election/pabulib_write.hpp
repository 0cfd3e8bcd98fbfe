#pragma once

#include <string>

#include "shared/election/pabulib.hpp"

namespace isoloir::election {

/// A Pabulib file that reads back as the same election and votes, as far as the format can say them: one language (the
/// interface's first, where the titles have it), no pictures, and ids instead of identities. Keys of META that we do not
/// use are kept. Line ends within a text become blanks.
/// @param file  votes of a ranking no longer than it has places; voter ids without line ends
std::string write_pabulib(const PabulibFile& file);

}  // namespace isoloir::election
