#pragma once
// The votes of a Pabulib file (shared/election/pabulib_table), whose voter_id is a voter tag or an identifier.

#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "sync-server/online/line.hpp"

namespace isoloir::online {

/// Whether a text begins as such a file does.
bool is_pabulib(std::string_view text);

/// A number of at most ten digits is nobody: platforms write the ballot's own number where they know no voters.
/// @param text  as read_text() gives it
/// @error malformed, refused  with the line: META or PROJECTS that do not read, a vote type that is not supported, num_votes
///                            that does not add up;  without: no voter in the whole file
Result<std::vector<OnlineLine>> read_pabulib(std::string_view text);

}  // namespace isoloir::online
