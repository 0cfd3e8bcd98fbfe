#pragma once
// An A4 document as the bytes of a PDF. All lengths are points, 72 to the inch.

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"

typedef struct _cairo cairo_t;

namespace isoloir::publish {

/// What a PDF says of itself: the same with the same drawing makes the same bytes.
struct PdfAbout {
    std::string title;
    std::string subject;
    std::chrono::sys_seconds made;
    std::string_view language;  // "fr"
};

/// @param draw  draws each page and shows it (cairo_show_page)
/// @error internal  Cairo's own
Result<std::string> draw_pdf(const PdfAbout& about, const std::function<void(cairo_t*)>& draw);

}  // namespace isoloir::publish
