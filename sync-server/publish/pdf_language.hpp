#pragma once

#include <string>
#include <string_view>

namespace isoloir::publish {

/// A PDF that says in which language it is to be read aloud: Cairo has no call for it. The catalogue is written once more
/// behind the end, as an incremental update. A file without a plain trailer comes back as it was.
/// @param language  "fr"
/// Source: ISO 32000-1, 7.5.6 and 14.9.2
std::string with_language(std::string pdf, std::string_view language);

}  // namespace isoloir::publish
