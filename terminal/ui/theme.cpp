#include "terminal/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace isoloir::ui {
namespace {

double luminance(Color color)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

constexpr double kHair = 0.4;
constexpr double kThick = 1.0;

Theme make_clear()
{
    constexpr Color canvas = rgb(0xF4F1EA), white = rgb(0xFFFFFF), ink = rgb(0x14203A), ink2 = rgb(0x2A3650), go = rgb(0x12325C), hero = rgb(0x0D2748),
                    chosen = rgb(0x083F2C), tint = rgb(0xE6F4EC), lost = rgb(0x7A1020), hairline = rgb(0x8A93A6);
    Theme theme{"clear", canvas, ink, rgb(0xFFD25C), rgb(0x2E5180), rgb(0x8A2B00), white, true, {}};
    theme.dresses = {{
        {canvas, ink, canvas, 0, false, false},      // none
        {canvas, ink, canvas, 0, true, false},       // page
        {hero, white, hero, 0, true, false},         // hero
        {white, ink, hairline, kHair, true, false},  // card
        {tint, ink, chosen, kThick, true, false},    // chosen_card
        {white, ink2, ink2, kHair, true, true},      // dashed_card
        {white, ink, hairline, kHair, true, false},  // panel
        {white, ink, white, 0, true, false},         // chip
        {go, white, go, 0, true, false},             // primary
        {white, ink, ink2, kHair, true, false},      // secondary
        {chosen, white, chosen, 0, true, false},     // chosen
        {white, ink2, ink2, kHair, true, true},      // dashed
        {white, lost, lost, kHair, true, false},     // danger
    }};
    return theme;
}

/// Black, white and soft have two colours and an accent: borders say what tints say in clear.
Theme make_plain(const char* name, Color ground, Color ink, Color accent, Color on_accent, Color chosen, Color on_chosen, Color focus, Color halo)
{
    Theme theme{name, ground, ink, accent, ground, focus, halo, false, {}};
    const Dress outlined{ground, ink, ink, 0.75, true, false};
    theme.dresses = {{
        {ground, ink, ground, 0, false, false},
        {ground, ink, ground, 0, true, false},
        outlined,
        outlined,
        {ground, ink, chosen, kThick, true, false},
        {ground, ink, ink, 0.75, true, true},
        outlined,
        outlined,
        {accent, on_accent, accent, 0, true, false},
        outlined,
        {chosen, on_chosen, chosen, 0, true, false},
        {ground, ink, ink, 0.75, true, true},
        {ground, ink, ink, kThick, true, false},
    }};
    return theme;
}

}  // namespace

double contrast(Color a, Color b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

const Theme& clear_theme()
{
    static const Theme theme = make_clear();
    return theme;
}

const Theme& black_theme()
{
    constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF), yellow = rgb(0xFFD95A);
    static const Theme theme = make_plain("black", black, white, yellow, black, yellow, black, rgb(0x7FE3FF), black);
    return theme;
}

const Theme& white_theme()
{
    constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF);
    static const Theme theme = make_plain("white", white, black, black, white, black, white, rgb(0x0000C8), white);
    return theme;
}

const Theme& soft_theme()
{
    constexpr Color ground = rgb(0x222222), ink = rgb(0x8A8A8A);
    static const Theme theme = make_plain("soft", ground, ink, ink, ground, ink, ground, rgb(0xB0B0B0), ground);
    return theme;
}

double Metrics::capital_px(Style style) const
{
    // Height of a capital in mm at medium size; body is VVSG's default (4.8 to 5.6 mm).
    constexpr std::array<double, 8> capitals = {4.85, 4.2, 5.0, 4.7, 5.7, 6.7, 9.4, 9.4};
    return px(std::max(3.5, capitals[static_cast<std::size_t>(style)] * text_scale));
}

}  // namespace isoloir::ui
