#pragma once

#include <string>
#include <string_view>

namespace isoloir {

bool is_utf8(std::string_view text);

/// Without spaces, tabs and line ends at both sides.
std::string_view trimmed(std::string_view text);

/// Turn A to Z and a to z only; other characters stay as they are.
std::string ascii_upper(std::string_view text);
std::string ascii_lower(std::string_view text);

}  // namespace isoloir
