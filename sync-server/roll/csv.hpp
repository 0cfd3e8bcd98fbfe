#pragma once
// An electoral roll as registries and spreadsheets write it: UTF-8, lines ended by LF or CRLF, an optional byte order mark,
// blank lines anywhere.
//
//   file  := [ header ] line*
//   line  := cell { separator cell }     a cell may stand in double quotes, with "" for a quote in it, on one line
//
// With a header, its first cell with one of the names in kIdentifierColumns says where the identifiers stand, and the
// separator is what parts the header's cells: ';', ',' or a tab. Without one, a line is an identifier and nothing else.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"

namespace isoloir::roll {

constexpr std::array<std::string_view, 7> kIdentifierColumns{"voter_id", "national_number", "voter_code", "code", "niss", "insz", "nrn"};

struct RollLine {
    std::size_t number{0};        // in the file, from 1
    std::string_view identifier;  // a view into the text; empty when the line has none
};

/// @param text  must outlive the lines
/// @error malformed  not UTF-8, empty, or a first line that is neither a header with such a column nor an identifier
Result<std::vector<RollLine>> read_csv(std::string_view text);

}  // namespace isoloir::roll
