#pragma once
// What the minutes say, line by line, before anything is drawn.

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

enum class Look {
    kind,       // of document
    title,      // of the election
    section,    // heading
    text,       // a sentence
    fact,       // a name and its value
    print,      // likewise, of a fingerprint, to be compared sign by sign
    blank,      // a name and a line to write on
    head,       // of a table
    row,        //
    sum,        // the last row
    line,       // of the envelope
    signature,  // room, a line, and who signs on it
    words,      // to be typed again, sign by sign
};

/// How a line is divided.
enum class Grid { whole, halves, facts, channels, reasons, ranking, rounds, words };

struct Cell {
    std::string text;
    std::string note{};  // below it, smaller
};

struct Line {
    Look look{Look::text};
    Grid grid{Grid::whole};
    std::vector<Cell> cells;
};

/// @param result  result.jws as published
/// @error not_found  nothing is counted yet;  malformed, forged  the checkpoint
Result<std::vector<Line>> minutes_content(const Standing& standing, std::string_view result, const Words& words);

}  // namespace isoloir::publish
