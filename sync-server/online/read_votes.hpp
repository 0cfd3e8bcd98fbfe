#pragma once
// Online votes as a file of their platform: a table (csv), ballot sheets (sheets) or a Pabulib file (pabulib), in any of the
// encodings of read_text(). How a platform makes one: docs/platforms.md.

#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "sync-server/online/line.hpp"

namespace isoloir::online {

constexpr std::size_t kMaxFileBytes = 256 * 1024 * 1024;

/// Recognises the format by the first line that is not blank.
/// @return  a line for each vote, in the file's order; what does not read is told by its line alone
/// @error malformed, refused  with the line where there is one: nothing of the file is taken
Result<std::vector<OnlineLine>> read_votes(std::string_view file);

}  // namespace isoloir::online
