#pragma once
// Online votes as a file: UTF-8, lines ended by LF or CRLF, an optional byte order mark, blank lines anywhere.
//
//   file  := "voter_id;projects" line*  |  "voter_id;projects;points" line*     points where the ballots are of points, only there
//   line  := voter ";" list [ ";" list ]                  a cell may stand in double quotes
//   list  := [ item { "," item } ]                        projects by id, in a ranking the preferred one first; as many points

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::online {

constexpr std::size_t kMaxFileBytes = 256 * 1024 * 1024;

struct OnlineLine {
    std::size_t number{0};   // in the file, from 1
    std::string_view voter;  // views into the text
    std::vector<std::string_view> projects;
    std::optional<std::vector<std::string_view>> points;  // where the file has such a column
    std::string wrong;                                    // why it does not read; empty when it does
};

/// @param text  must outlive the lines
/// @error malformed  no such header, or not UTF-8: nothing of the file is taken
Result<std::vector<OnlineLine>> read_csv(std::string_view text);

}  // namespace isoloir::online
