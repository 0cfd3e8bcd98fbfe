#pragma once
// A direct count of a Pabulib file, as anyone can repeat it.

#include <filesystem>
#include <string>

#include "shared/base/result.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::verify {

struct Tally {
    election::Definition definition;
    count::Outcome outcome;
};

/// Reads the file and counts its votes greedily.
/// @error malformed, refused, not_found, io  with file and line
Result<Tally> tally_file(const std::filesystem::path& path);

/// One line: {"winners":[ids in order of selection],"spent":units as in the file,"ballots":n,"invalid":n}
std::string tally_json(const Tally& tally);

/// The ranking as a table with one line for each project, and the sums below it.
std::string tally_table(const Tally& tally);

}  // namespace isoloir::verify
