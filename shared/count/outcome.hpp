#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/base/result.hpp"
#include "shared/base/words.hpp"

namespace isoloir::count {

/// Why a project stands where it stands.
enum class Verdict {
    funded,
    does_not_fit,        // costs more than was left of the envelope when its turn came
    no_votes,            // nobody asked for it
    supporters_ran_out,  // equal shares: those who asked for it have too little left of theirs
    not_reached,         // the rule had ended before its turn came
};
constexpr WordTable<Verdict, 5> kVerdicts{{{Verdict::funded, "funded"},
                                           {Verdict::does_not_fit, "does-not-fit"},
                                           {Verdict::no_votes, "no-votes"},
                                           {Verdict::supporters_ran_out, "supporters-ran-out"},
                                           {Verdict::not_reached, "not-reached"}}};
/// In English, for tables.
std::string words_for(Verdict verdict);

/// A number that decided something: exact, as "163/8" or "20", and a decimal near it that is only to be read.
struct Exact {
    std::string fraction;
    double decimal{0};
};
/// Reads a fraction as it is written.
/// @error malformed  no number, one that is not in lowest terms, or one longer than 16 KiB
Result<Exact> read_exact(const std::string& fraction);

struct RankedProject {
    std::size_t project{0};  // index into definition.projects
    /// What it is ranked by. approval: how many ballots chose it;  points: the sum of what they gave it;
    /// ranking: the sum of its places' points, max_projects for a first place and one less for each that follows.
    std::uint64_t votes{0};
    Verdict verdict{Verdict::does_not_fit};
    Money left_before;       // of the envelope when its turn came
    Exact supporters_had{};  // supporters_ran_out: so much together when the rule ended, in units of money
};

/// One project funded.
struct Round {
    std::size_t project{0};
    /// What made it the best of this round: greedy: its votes, or votes for each unit of money;  equal shares: rho, what its supporters
    /// pay for each unit of satisfaction (the lower the better);  Phragmén: the load of its supporters after it (likewise).
    Exact score;
    std::uint64_t supporters{0};
    std::uint64_t gave_all{0};  // equal shares: of these, those who had less left than their share and gave all of it
    Money left_before;          // of the envelope
    bool completing{false};     // added greedily after the rule had ended
};

/// The result of one count: everything that a page, a table or a file shows.
struct Outcome {
    std::vector<RankedProject> ranking;  // best first, all projects; after equal shares and Phragmén the winners in order of selection
    std::vector<std::size_t> winners;    // in order of selection
    Money spent;
    std::uint64_t ballots{0};     // valid ones
    std::uint64_t invalid{0};     // outside the ballot's rules
    std::vector<Round> rounds{};  // one for each winner
    Exact share{};                // equal shares: what each voter had at first, in units of money
};

}  // namespace isoloir::count
