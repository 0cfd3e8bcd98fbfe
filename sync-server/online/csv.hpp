#pragma once
// Online votes as a table, as spreadsheets and the exports of platforms write it.
//
//   file   := header line*
//   header := names with the separator between them: ';' where it has one, else ','
//   line   := as many cells; a cell may stand in double quotes, with "" for a quote in it, on one line
//
// Columns stand in any order: "voter_id" or "voter_tag", "projects", and "points" where ballots have points, only there.
// Others are passed over: Decidim puts the order's number ("id") first, and writes "projects" with ", " between the ids.

#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "sync-server/online/line.hpp"

namespace isoloir::online {

/// @param text  as read_text() gives it
/// @error malformed  with the line: no such header
Result<std::vector<OnlineLine>> read_csv(std::string_view text);

}  // namespace isoloir::online
