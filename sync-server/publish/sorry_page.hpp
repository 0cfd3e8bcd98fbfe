#pragma once
// What somebody reads who came to an address where there is nothing to read.

#include <string>
#include <string_view>

namespace isoloir::publish {

enum class Sorry { no_such_page, no_vote_yet, cannot_now };

/// @param language  one of kLanguages; any other: all of them, one below the other
std::string sorry_page(Sorry sorry, std::string_view language);

}  // namespace isoloir::publish
