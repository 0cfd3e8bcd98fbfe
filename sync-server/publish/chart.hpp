#pragma once
// Numbers over time as columns, and the same numbers as a table: who does not see the drawing loses nothing.

#include <cstdint>
#include <span>
#include <string>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct Column {
    std::string name;  // "1 mars 2022"
    std::uint64_t number{0};
    bool marked{false};  // its name stands below the drawing
};

/// A bar below a number's name, as long as the number is great; for eyes alone.
std::string meter(std::uint64_t number, std::uint64_t most);

/// A row of a table: a name over its bar, and the number.
std::string metered_row(const std::string& name, std::uint64_t number, std::uint64_t most, const Words& words);

/// So few columns are a table with bars; more are a drawing, and the table beside it, folded.
/// @param id  of the folded table: it stays open while the page changes
std::string chart(const char* id, const char* caption, std::span<const Column> columns, const Words& words);

}  // namespace isoloir::publish
