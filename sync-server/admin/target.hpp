#pragma once
// The address of a request at the desk, taken apart: a name in it may be of any letters, in percent escapes (RFC 3986).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isoloir::admin {

struct Target {
    std::vector<std::string> path;  // "/admin/api/halls/La%20Plante" → {"admin", "api", "halls", "La Plante"}
    std::map<std::string, std::string> query;
};

/// @return  nothing for escapes that are none, control characters, text that is not UTF-8, a segment that is empty (but the
///          last) or climbs, or a query with a member twice
std::optional<Target> read_target(std::string_view target);

/// The value of a cookie in a Cookie header; nothing when it is not there, or twice.
std::optional<std::string> cookie_of(std::string_view header, std::string_view name);

}  // namespace isoloir::admin
