#pragma once
// The page on which a voter checks what a terminal sealed (web/check), as it is built into the program.

#include <string_view>

namespace isoloir::publish {

struct CheckPage {
    std::string_view page;    // HTML
    std::string_view script;  // JavaScript
    std::string_view style;   // CSS
};

const CheckPage& check_page();

}  // namespace isoloir::publish
