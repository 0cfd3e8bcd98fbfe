#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "shared/election/pabulib.hpp"

namespace isoloir::election {

/// What a count made of a project: the format's columns "votes" (of an approval) or "score", and "selected".
struct PabulibCounted {
    std::uint64_t sum{0};
    bool selected{false};
};

/// A Pabulib file that reads back as the same election and votes, as far as the format can say them: one language (the
/// interface's first, where the titles have it), no pictures, and ids instead of identities. Keys of META that we do not
/// use are kept, and "tie_break" is added where another rule than the projects' ids decides between equals, "satisfaction" where one is stated.
/// Line ends within a text become blanks.
/// @param file  votes of a ranking no longer than it has places; voter ids without line ends
/// @param counted  of each project in order, or nothing before a count
std::string write_pabulib(const PabulibFile& file, std::span<const PabulibCounted> counted = {});

}  // namespace isoloir::election
