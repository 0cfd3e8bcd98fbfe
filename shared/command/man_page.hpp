#pragma once
// Manual pages, as man(7) reads them.

#include <string>
#include <vector>

#include "shared/command/outline.hpp"

namespace isoloir::command {

struct ManPage {
    std::string file;  // "isoloir-server-terminal.1"
    std::string text;  // UTF-8
};

/// One page of the program, and one of each command directly below it, which tells of all that is below that one.
std::vector<ManPage> man_pages(const Command& program, const std::string& version);

}  // namespace isoloir::command
