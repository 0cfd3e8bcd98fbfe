#pragma once
// Keys on the glass, as each language's typewriters have them. A key's id is "key." and what it types.

#include <string>

#include "terminal/ui/node.hpp"

namespace isoloir::screens {

struct KeyboardWords {
    std::string erase;
    std::string space;
};

/// Figures and letters; `compact` in three rows, for where little height is left.
/// @param least_height  of a key, mm
ui::Node code_keys(const std::string& language, const KeyboardWords& words, bool compact, double least_height);

/// Letters with accents, and the space bar: for words.
ui::Node word_keys(const std::string& language, const KeyboardWords& words, bool compact, double least_height);

/// Figures as on a telephone; `compact` in two rows.
ui::Node number_keys(const KeyboardWords& words, bool compact, double least_height);

}  // namespace isoloir::screens
