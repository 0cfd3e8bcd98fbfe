#pragma once
// A text of any length over pages: nothing is cut and nothing scrolls.

#include <string>
#include <vector>

#include "terminal/ui/node.hpp"

namespace isoloir::screens {

struct Paragraph {
    std::string text;
    ui::Style style{ui::Style::body};
};

/// How much running text a box holds, reckoned from the width of an average letter; rather too little than too much.
struct Room {
    std::size_t letters_per_line{1};
    std::size_t lines{0};
};
/// @param width_mm, height_mm  of the box;  @param text_scale  against medium size
Room room_in(double width_mm, double height_mm, double text_scale);

/// Fills the first page's room, then as many others as it takes. Paragraphs break between words; a title goes with what
/// follows it. There is always a first page; it may be empty.
std::vector<std::vector<Paragraph>> pages_of(const std::vector<Paragraph>& story, Room first, Room others);

}  // namespace isoloir::screens
