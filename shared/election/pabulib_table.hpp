#pragma once
// The table inside a Pabulib file: lines, headings, cells and columns, each error with its line.
//
//   file    := "META" table "PROJECTS" table "VOTES" table     headings in any case, blank lines anywhere
//   table   := columns row*                                     a row has as many cells as there are columns; in META the
//                                                               last cell takes the rest of the line, so comments may hold ";"
//   cell    := text without ";"  |  '"' text with '""' for '"' '"'

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::election {

/// "line 12", the place in every error about a Pabulib file.
std::string line_place(std::size_t line);

/// Gives the lines that are not blank, without byte order mark and LF; the CR of a CRLF is a blank like others.
class PabulibLines {
public:
    /// @param text  must outlive the reader
    explicit PabulibLines(std::string_view text);

    /// @return  nothing at the end of the text
    /// @error malformed  invalid UTF-8
    Result<std::optional<std::string_view>> next();
    /// The number of the line that next() gave last, from 1.
    std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::size_t number_{0};
};

/// Blanks around a cell do not count. A cell is quoted when it begins with a quote and the closing one ends it; any other
/// quote is a plain character, as titles in real files have them.
/// @param most  the last of so many cells is the rest of the line, as it is
std::vector<std::string> split_cells(std::string_view line, std::size_t most = SIZE_MAX);

enum class LastCell { plain, rest_of_line };

/// Walks one section, row by row, up to the next heading.
class PabulibTable {
public:
    /// Reads the columns' names; the heading itself has been read.
    /// @param next_heading  "PROJECTS", "VOTES", or empty for the last section
    /// @error malformed  no columns, a column twice, a needed column missing
    static Result<PabulibTable> open(PabulibLines& lines, std::string_view next_heading, const std::vector<std::string>& needed,
                                     LastCell last = LastCell::plain);

    /// @return  nothing when the section is over
    /// @error malformed  wrong number of cells, another heading than the next one, or the end of the file instead of it
    Result<std::optional<std::vector<std::string>>> next_row();

    std::optional<std::size_t> column(std::string_view name) const;
    std::size_t line() const { return lines_->number(); }

private:
    PabulibTable(PabulibLines& lines, std::string_view next_heading, LastCell last) : lines_(&lines), next_heading_(next_heading), last_(last) {}

    PabulibLines* lines_;
    std::string next_heading_;
    LastCell last_;
    std::vector<std::string> columns_;
};

/// Reads the first heading of the file.
Status open_meta(PabulibLines& lines);

}  // namespace isoloir::election
