#pragma once
// The pages that calculate in the visitor's browser, as they are built into the program: on one a voter checks what a terminal
// sealed (web/check), on the other anybody verifies a ballot's place or a whole count (web/verify).

#include <string_view>

namespace isoloir::publish {

struct ScriptedPage {
    std::string_view page;    // HTML
    std::string_view script;  // JavaScript
    std::string_view style;   // CSS
};

const ScriptedPage& check_page();
const ScriptedPage& verify_page();

}  // namespace isoloir::publish
