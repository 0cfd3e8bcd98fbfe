#pragma once

#include <filesystem>

#include "shared/base/result.hpp"
#include "terminal/ui/damage.hpp"
#include "terminal/ui/images.hpp"
#include "terminal/ui/text.hpp"

namespace isoloir::ui {

/// What painting needs besides the tree.
struct Painter {
    TextEngine& text;
    Images& images;
    const Theme& theme;
    Emphasis emphasis;  // the nodes with the focus ring and under a finger
};

/// An image in memory, 4 bytes a pixel: blue green red and one unused (Cairo RGB24).
class Surface {
public:
    Surface(int width, int height);
    ~Surface();
    Surface(Surface&& other) noexcept;
    Surface& operator=(Surface&& other) noexcept;

    int width() const;
    int height() const;
    int stride() const;
    const unsigned char* pixels() const;
    cairo_surface_t* cairo() { return surface_; }
    Status write_png(const std::filesystem::path& file) const;

private:
    cairo_surface_t* surface_;
};

/// The picture that a laid-out image shows.
Print print_of(const Node& image);

/// Draws a laid-out tree over the whole surface.
void paint(const Node& root, const Painter& painter, Surface& surface);
/// Draws it anew in one rectangle alone; what stands around stays.
void paint(const Node& root, const Painter& painter, Surface& surface, const Rect& where);

}  // namespace isoloir::ui
