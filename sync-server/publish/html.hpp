#pragma once

#include <string>
#include <string_view>

namespace isoloir::publish {

/// Text as HTML text or attribute value: nothing in it is markup any more.
std::string escaped(std::string_view text);

}  // namespace isoloir::publish
