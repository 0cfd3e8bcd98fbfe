#include "tests/journeys/frame_buffer.hpp"

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "shared/base/file.hpp"
#include "shared/base/text.hpp"
#include "terminal/ui/paint.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {
namespace {

std::vector<std::string> server_command(int width, int height, const std::filesystem::path& folder)
{
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    return {"Xvfb", "-displayfd", "1", "-screen", "0", screen, "-fbdir", folder.string(), "-nocursor", "-nolisten", "tcp"};
}

/// Field number n of an X window dump's header: 32 bits, most significant byte first (X11/XWDFile.h).
std::size_t field(const std::string& dump, std::size_t n)
{
    std::size_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(dump.at(4 * n + i));
    return value;
}

/// An edge that is drawn again in a part of the window may differ so much, of 255, from the whole drawn at once.
constexpr int kInvisible = 16;

constexpr std::size_t kHeaderBytes = 0;
constexpr std::size_t kBytesPerLine = 12;
constexpr std::size_t kColours = 19;
constexpr std::size_t kColourBytes = 12;
constexpr std::size_t kMaxDump = 64 * 1024 * 1024;

}  // namespace

FrameBuffer::FrameBuffer(int width, int height) : width_(width), height_(height), server_(server_command(width, height, folder_.path()))
{
    const bool ready = eventually([this] { return server_.out().find('\n') != std::string::npos || !server_.runs(); });
    INFO(server_.err());
    REQUIRE(ready);
    REQUIRE(server_.runs());
    ::setenv("DISPLAY", (":" + std::string(trimmed(server_.out()))).c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
}

FrameBuffer::~FrameBuffer()
{
    ::unsetenv("DISPLAY");
    ::unsetenv("SDL_VIDEODRIVER");
    // In order, so that it removes its lock file.
    server_.send(SIGTERM);
    (void)eventually([this] { return !server_.runs(); });
}

FrameBuffer::Pixels FrameBuffer::read() const
{
    auto dump = read_file(folder_.path() / "Xvfb_screen0", kMaxDump);
    REQUIRE(dump);
    const std::size_t begin = field(*dump, kHeaderBytes) + field(*dump, kColours) * kColourBytes;
    const std::size_t stride = field(*dump, kBytesPerLine);
    return {*std::move(dump), begin, stride};
}

bool FrameBuffer::shows(const ui::Surface& painted, const ui::Rect& where) const
{
    const Pixels seen = read();
    const auto left = static_cast<std::size_t>(std::ceil(where.x));
    const auto right = static_cast<std::size_t>(std::floor(where.right()));
    const auto bottom = static_cast<std::size_t>(std::floor(where.bottom()));
    for (auto y = static_cast<std::size_t>(std::ceil(where.y)); y < bottom; ++y) {
        const unsigned char* line = painted.pixels() + y * static_cast<std::size_t>(painted.stride());
        for (std::size_t x = left; x < right; ++x)
            for (std::size_t colour = 0; colour < 3; ++colour)
                if (std::abs(line[4 * x + colour] - static_cast<unsigned char>(seen.at(x, y, colour))) > kInvisible) return false;
    }
    return true;
}

std::string FrameBuffer::qr_code() const
{
    const Pixels seen = read();
    const std::string picture = (folder_ / "glass.pgm").string();
    {
        std::ofstream out(picture, std::ios::binary);
        out << "P5 " << width_ << ' ' << height_ << " 255\n";
        for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y)
            for (std::size_t x = 0; x < static_cast<std::size_t>(width_); ++x) out << seen.at(x, y, 1);
    }
    return std::string(trimmed(Process({"zbarimg", "--quiet", "--raw", picture}).end().out));
}

}  // namespace isoloir::test
