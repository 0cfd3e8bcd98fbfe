#pragma once
// Ballot sheets as CONSUL Democracy has them, with the voter in front, so that they can be deduplicated.
//
//   file := line*
//   line := tag [ "," list ]     no header, no quotes

#include <string_view>
#include <vector>

#include "sync-server/online/line.hpp"

namespace isoloir::online {

/// Whether the first line of a text is one of them.
bool are_sheets(std::string_view text);

/// @param text  as read_text() gives it
std::vector<OnlineLine> read_sheets(std::string_view text);

}  // namespace isoloir::online
