#pragma once
// A slip of paper: a tree of nodes like a screen, laid out on 72 mm and sent as dots, so that no printer's character set
// or QR command matters.

#include <string>

#include "terminal/ui/paint.hpp"

namespace isoloir::printer {

constexpr int kDotsPerLine = 576;   // 72 mm of an 80 mm roll
constexpr double kDotsPerMm = 8;    // 203 dpi
constexpr int kMaxLines = 8 * 600;  // 60 cm of paper

/// Lays the slip out as high as it gets and draws it black on white.
ui::Surface draw_slip(ui::Node slip, ui::TextEngine& text, ui::Images& images);

/// ESC/POS: initialize, the dots in bands (GS v 0), feed, cut.
/// Source: Epson, ESC/POS Application Programming Guide
std::string to_escpos(const ui::Surface& slip);

}  // namespace isoloir::printer
