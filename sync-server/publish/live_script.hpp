#pragma once
// What keeps the result page as it is now (web/live), as it is built into the program.

#include <string_view>

namespace isoloir::publish {

/// JavaScript.
std::string_view live_script();

}  // namespace isoloir::publish
