#pragma once
// The result page: nothing in it is from elsewhere, its style is the file beside it, and it is whole without any script.
// Everything that comes from an election file or a terminal is escaped where it enters the page.

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// @param language  one of kLanguages
std::string result_page(const Standing& standing, std::string_view language);

/// What of that page changes while the vote goes on, for the script that puts it in its place (web/live): the line that says
/// how things stand, and `#standing` with one element for each part, known by its id.
std::string standing_part(const Standing& standing, std::string_view language);

}  // namespace isoloir::publish
