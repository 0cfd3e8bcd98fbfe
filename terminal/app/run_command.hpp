#pragma once

#include <filesystem>
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

/// Shows the booth until it is closed.
/// @param pictures  folder of the projects' pictures, named by hash
Status run(journal::Journal& journal, const Clock& clock, const std::filesystem::path& pictures, WindowSize size, platform::Display display);

}  // namespace isoloir::app
