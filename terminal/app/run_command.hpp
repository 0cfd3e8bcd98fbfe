#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/platform/window.hpp"

namespace isoloir::app {

struct WindowSize {
    int width{1280};
    int height{800};
};
std::istream& operator>>(std::istream& in, WindowSize& size);  // "1280x800"
std::ostream& operator<<(std::ostream& out, const WindowSize& size);

struct RunOptions {
    std::filesystem::path pictures;  // folder of the projects' pictures, named by hash
    WindowSize window;
    platform::Display display{platform::Display::window};
    std::filesystem::path printer{"/dev/usb/lp0"};  // device file; need not be there
    bool appliance{false};                          // nothing else runs on this machine: staff switch it off
};

/// Shows the booth, and staff mode, until the window is closed or staff shut the terminal down.
/// @param open_journal  called once, on a thread of its own
Status run(const std::function<Result<journal::Journal>()>& open_journal, const Clock& clock, crypto::Random& random, const RunOptions& options);

}  // namespace isoloir::app
