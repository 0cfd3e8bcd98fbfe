#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/money.hpp"

namespace isoloir::count {

/// Why a project stands where it stands.
enum class Verdict { funded, does_not_fit, no_votes };
/// In English, for tables.
const char* words_for(Verdict verdict);

struct RankedProject {
    std::size_t project{0};  // index into definition.projects
    /// What it is ranked by. approval: how many ballots chose it;  points: the sum of what they gave it;
    /// ranking: the sum of its places' points, max_projects for a first place and one less for each that follows.
    std::uint64_t votes{0};
    Verdict verdict{Verdict::does_not_fit};
    Money left_before;  // of the envelope when its turn came
};

/// The result of one count: everything that a page, a table or a file shows.
struct Outcome {
    std::vector<RankedProject> ranking;  // best first, all projects
    std::vector<std::size_t> winners;    // in order of selection
    Money spent;
    std::uint64_t ballots{0};  // valid ones
    std::uint64_t invalid{0};  // outside the ballot's rules
};

}  // namespace isoloir::count
