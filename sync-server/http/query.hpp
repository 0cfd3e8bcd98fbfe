#pragma once
// What a form sent in an address: application/x-www-form-urlencoded (WHATWG URL 5.1).

#include <optional>
#include <string>
#include <string_view>

namespace isoloir::http {

/// The first value of this name: '+' is a blank, %XX a byte; a '%' that begins none stays as it is.
std::optional<std::string> form_value(std::string_view query, std::string_view name);

}  // namespace isoloir::http
