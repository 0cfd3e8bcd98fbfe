#pragma once
// Made-up residents: resident n is always the same person with the same taste, so that one who voted in the hall can be
// made to vote online, too.

#include <cstdint>
#include <string>
#include <vector>

#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::demo {

struct Resident {
    election::IdentifierKind kind{election::IdentifierKind::national_number};
    std::string identifier;
    std::vector<election::Mark> marks;  // in a ranking the preferred one first; of a made-up resident they fit the ballot's rules
};

/// Residents `first` to `first + count - 1`, adults with valid national numbers (or voter codes where the election has
/// no national numbers).
std::vector<Resident> residents(const election::Definition& definition, std::uint64_t first, std::uint64_t count);

/// Somebody with a voter card who wants just this.
Resident card_holder(std::uint64_t number, std::vector<election::Mark> marks);

}  // namespace isoloir::demo
