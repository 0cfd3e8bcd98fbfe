#pragma once
// A display without a monitor whose pixels lie in a file: what a resident sees, a test can read.

#include <string>

#include "terminal/ui/node.hpp"
#include "tests/journeys/process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::ui {
class Surface;
}

namespace isoloir::test {

/// Xvfb with one screen, and DISPLAY set to it.
class FrameBuffer {
public:
    FrameBuffer(int width, int height);
    ~FrameBuffer();

    /// Whether every pixel of the rectangle is as painted, as far as an eye can tell.
    bool shows(const ui::Surface& painted, const ui::Rect& where) const;
    /// The text of the QR code on the screen; empty when there is none.
    std::string qr_code() const;

private:
    /// An X window dump: a header, a table of colours, and the pixels, blue green red and one unused.
    struct Pixels {
        std::string dump;
        std::size_t begin{0};
        std::size_t stride{0};
        char at(std::size_t x, std::size_t y, std::size_t colour) const { return dump.at(begin + y * stride + 4 * x + colour); }
    };
    Pixels read() const;

    int width_;
    int height_;
    TemporaryFolder folder_;
    Process server_;
};

}  // namespace isoloir::test
