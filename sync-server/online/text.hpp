#pragma once
// The text of a file that somebody exported from anywhere.

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

namespace isoloir::online {

constexpr std::size_t kMaxLines = 2'000'000;
constexpr std::size_t kMaxLineBytes = 1024 * 1024;  // a ballot of 3 712 projects with points has a quarter of it

/// As UTF-8 without a byte order mark, every line ended by LF. Read are UTF-8 with and without a byte order mark, UTF-16 with
/// one, and Windows-1252, which a file without one is when it is no UTF-8; lines that end in LF, CRLF or CR.
/// @error malformed  with the line: bytes that are no character, NUL (UTF-16 without its mark has many), a line above
///                   kMaxLineBytes;  and without one: more than kMaxLines
/// Source: Unicode 15, 3.9 and 23.8; windows-1252 in the WHATWG Encoding Standard
Result<std::string> read_text(std::string_view file);

/// "line 12"
std::string line_place(std::size_t line);

/// Gives the lines of such a text that are not blank.
class Lines {
public:
    /// @param text  must outlive the reader
    explicit Lines(std::string_view text) : rest_(text) {}

    /// Trimmed; nothing at the end of the text.
    std::optional<std::string_view> next();
    /// Of the line that next() gave last, from 1.
    std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::size_t number_{0};
};

}  // namespace isoloir::online
