#pragma once

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/booth/comfort.hpp"
#include "terminal/ui/paint.hpp"

namespace isoloir::app {

/// How a kiosk may hang, and how a voter may have set it.
struct Hanging {
    const char* folder;
    const char* language;
    int width, height;
    double px_per_mm;
    booth::Comfort comfort;

    double width_mm() const { return width / px_per_mm; }
    double height_mm() const { return height / px_per_mm; }
    /// Lays a screen out and writes it as PNG, in a folder that need not be there yet.
    Status write(ui::Node tree, const ui::Painter& painter, const std::filesystem::path& file) const;
};

}  // namespace isoloir::app
