#pragma once

#include <string>
#include <string_view>

namespace isoloir {

bool is_utf8(std::string_view text);

/// Whether text is one line that shows all that is in it: UTF-8 without control characters, line ends, and characters that
/// are not seen or turn the direction of others (Unicode 15, general categories Cc, Cf, Zl, Zp).
bool is_plain_line(std::string_view text);
/// The same text as such a line: what may not stand there becomes U+FFFD.
std::string as_plain_line(std::string_view text);

/// The beginning, of at most so many bytes, that ends between two characters.
std::string_view beginning_of(std::string_view text, std::size_t bytes);

/// Without spaces, tabs and line ends at both sides.
std::string_view trimmed(std::string_view text);

/// In groups of eight, so that an eye that compares fingerprints finds its place again: "0a1b2c3d 4e5f6071 …".
std::string in_groups(std::string_view digits);

/// Turn A to Z and a to z only; other characters stay as they are.
std::string ascii_upper(std::string_view text);
std::string ascii_lower(std::string_view text);

}  // namespace isoloir
