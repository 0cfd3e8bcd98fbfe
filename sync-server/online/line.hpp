#pragma once
// One vote of a platform's file, before anybody has judged it, and what its cells hold in every format.
//
//   list := [ item { "," item } ]     blanks around an item do not count
//   tag  := 64 hexadecimal digits  |  43 characters of base64url

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::online {

struct OnlineLine {
    std::size_t number{0};                                  // in the file, from 1
    std::variant<std::string, election::VoterTag> voter{};  // an identifier as written, or the tag that the platform made of it
    std::string projects{};                                 // a list of ids; in a ranking the preferred one first
    std::optional<std::string> points{};                    // a list as long, where the file has such a column
    std::optional<election::BallotKind> kind{};             // where the file says it
    std::string wrong{};                                    // why it does not read; empty when it does
};

/// @param item  what one is, for the error: "a project"
/// @return      views into `list`
/// @error malformed  nothing beside a comma
Result<std::vector<std::string_view>> items_of(std::string_view list, const std::string& item);
/// Not of a text that is gone before its items are read.
Result<std::vector<std::string_view>> items_of(std::same_as<std::string> auto&& list, const std::string& item) = delete;

/// @error malformed  of another shape
Result<election::VoterTag> read_tag(std::string_view text);

}  // namespace isoloir::online
