#pragma once
// A choice as a row of numbers of one width (PROTOCOL.md 4.1), and the room that a ballot has for it.

#include <cstddef>

#include "shared/election/election.hpp"

namespace isoloir::election {

constexpr std::size_t kBlockBits = 29 * 8;
constexpr std::size_t kMaxBlocks = 16;

/// approval: for each project 1 or 0;  points: for each project its points;
/// ranking: for each place the project's index + 1, or 0 for an empty place.
struct ChoiceFields {
    std::size_t count{0};
    std::size_t bits{0};  // of each

    std::size_t all_bits() const { return count * bits; }
    std::size_t blocks() const { return (all_bits() + kBlockBits - 1) / kBlockBits; }
};

/// Of any definition, also one that check_definition would refuse for the length of its ballots.
ChoiceFields choice_fields(const Definition& definition);

}  // namespace isoloir::election
