#pragma once
// The displays that every screen is judged on, and what lays screens out for them.

#include <string>

#include "terminal/ui/text.hpp"
#include "tests/support/words.hpp"

namespace isoloir::test {

struct Display {
    const char* name;
    int width, height;
    double px_per_mm;
};

constexpr Display kDisplays[] = {{"1920x1080", 1920, 1080, 4.0}, {"1080x1920", 1080, 1920, 4.0}, {"1024x600", 1024, 600, 3.0}, {"3840x2160", 3840, 2160, 7.2}};

inline ui::TextEngine& text_engine()
{
    static const auto engine = ui::TextEngine::create(std::string(ISOLOIR_BIN) + "/../share/isoloir/fonts").value();
    return *engine;
}

}  // namespace isoloir::test
