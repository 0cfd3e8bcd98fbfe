#pragma once
// Colours, type and sizes. Every size is in millimetres and becomes pixels by the display's real size.

#include <array>
#include <string>

#include "terminal/ui/node.hpp"

namespace isoloir::ui {

struct Color {
    double red{0}, green{0}, blue{0};
};

constexpr Color rgb(unsigned hex)
{
    return {static_cast<double>(hex >> 16 & 255) / 255, static_cast<double>(hex >> 8 & 255) / 255, static_cast<double>(hex & 255) / 255};
}

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrast(Color a, Color b);

/// Fill, text and border of one look.
struct Dress {
    Color fill, ink, border;
    double border_mm{0};
    bool filled{true};
    bool dashed{false};
};

struct Theme {
    std::string name;
    Color canvas, ink;
    Color meter, meter_ground;
    Color focus, focus_halo;
    bool shadows{false};
    std::array<Dress, 13> dresses;  // by Look

    const Dress& dress(Look look) const { return dresses[static_cast<std::size_t>(look)]; }
};

const Theme& clear_theme();
const Theme& black_theme();
const Theme& white_theme();
const Theme& soft_theme();

/// What turns millimetres and styles into pixels.
struct Metrics {
    double px_per_mm{4.0};
    double text_scale{1.0};  // 0.8, 1, 1.3, 1.72: the four sizes

    double px(double mm) const { return mm * px_per_mm; }
    /// Height of a capital letter in pixels, never under 3.5 mm.
    double capital_px(Style style) const;
};

inline constexpr std::array kTextScales = {0.8, 1.0, 1.3, 1.72};

}  // namespace isoloir::ui
