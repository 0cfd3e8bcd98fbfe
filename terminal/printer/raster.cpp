#include "terminal/printer/raster.hpp"

#include <algorithm>
#include <cmath>

#include "terminal/ui/layout.hpp"

namespace isoloir::printer {
namespace {

constexpr int kBandLines = 128;  // what a small printer's memory holds at once
constexpr int kBytesPerLine = kDotsPerLine / 8;

bool is_dark(const unsigned char* pixel)
{
    return pixel[0] + pixel[1] + pixel[2] < 3 * 128;
}

void append_band(std::string& out, const ui::Surface& slip, int first, int lines)
{
    out += "\x1dv0";
    out += '\0';  // one dot for one dot
    out += static_cast<char>(kBytesPerLine & 0xFF);
    out += static_cast<char>(kBytesPerLine >> 8);
    out += static_cast<char>(lines & 0xFF);
    out += static_cast<char>(lines >> 8);
    for (int y = first; y < first + lines; ++y) {
        const unsigned char* row = slip.pixels() + static_cast<std::ptrdiff_t>(y) * slip.stride();
        for (int byte = 0; byte < kBytesPerLine; ++byte) {
            unsigned dots = 0;
            for (int bit = 0; bit < 8; ++bit) dots = dots << 1U | (is_dark(row + (byte * 8 + bit) * 4) ? 1U : 0U);
            out += static_cast<char>(dots);
        }
    }
}

}  // namespace

ui::Surface draw_slip(ui::Node slip, ui::TextEngine& text, ui::Images& images)
{
    const ui::Metrics of_the_screen = text.metrics();
    text.use({kDotsPerMm, 0.8});
    const double height = ui::wanted_size(slip, kDotsPerLine, text).height;
    const int lines = std::clamp(static_cast<int>(std::ceil(height)), 1, kMaxLines);
    ui::layout(slip, {static_cast<double>(kDotsPerLine), static_cast<double>(lines)}, text);
    ui::Surface surface(kDotsPerLine, lines);
    ui::paint(slip, {text, images, ui::white_theme(), {}}, surface);
    text.use(of_the_screen);
    return surface;
}

std::string to_escpos(const ui::Surface& slip)
{
    std::string out = "\x1b@";
    for (int first = 0; first < slip.height(); first += kBandLines) append_band(out, slip, first, std::min(kBandLines, slip.height() - first));
    out +=
        "\x1b"
        "d\x04";         // four lines further, past the knife
    out += "\x1dV\x42";  // cut, leaving a corner
    out += '\0';
    return out;
}

}  // namespace isoloir::printer
